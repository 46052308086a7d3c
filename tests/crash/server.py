# SPDX-License-Identifier: Apache-2.0
"""`dure serve` as a process that can be killed and started again on the same data."""
import pathlib
import signal
import socket
import subprocess
import time

from client import Client, Lost


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    def __init__(self, program, folder, database):
        self.program, self.folder, self.database = program, pathlib.Path(folder), database
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.process = None
        self.cookie = None
        self.example_name = None

    def options(self):
        options = ["--data-dir", str(self.folder / "data")]
        return options + (["--database", self.database] if self.database else [])

    def start(self):
        log = open(self.folder / "server.log", "a")
        self.process = subprocess.Popen(
            [self.program, "serve", "--example", "--port", str(self.port), *self.options()], stdout=log, stderr=log)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"dure serve ended with {self.process.returncode}, see {self.folder}/server.log")
            try:
                setup = Client(self.port).get("/setup")
                break
            except Lost:
                time.sleep(0.05)
        else:
            raise SystemExit(f"dure serve does not answer, see {self.folder}/server.log")
        if self.cookie is None:
            planner = next(a for a in setup["example"] if a["role"] == "planner")
            client = Client(self.port)
            client.sign_in(planner["email"], planner["password"])
            self.cookie = client.cookie
            self.example_name = client.get("/energy/plans")["items"][0]["name"]

    def signed_in(self):
        """The same session as ever: it outlives the server."""
        client = Client(self.port)
        client.cookie = self.cookie
        return client

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

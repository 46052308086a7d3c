# SPDX-License-Identifier: Apache-2.0
"""A person at the HTTP API, with nothing but Python's own library."""
import http.client
import json
import urllib.parse


class Lost(Exception):
    """The server went away before it answered."""


class Refused(Exception):
    """Any answer from 400 on, with what the problem says of itself."""

    def __init__(self, asked, status, text):
        super().__init__(f"{asked}: {status} {text[:500]!r}")
        self.status = status
        try:
            problem = json.loads(text)
        except ValueError:
            problem = {}
        self.code, self.title = problem.get("code", ""), problem.get("title", "")


class Client:
    def __init__(self, port):
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookie = None

    @staticmethod
    def quoted(text):
        return urllib.parse.quote(text)

    def sign_in(self, email, password):
        self.post("/session", {"email": email, "password": password})

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, body):
        return self.ask("POST", path, body)

    def change(self, method, path, body, version):
        return self.ask(method, path, body, {"If-Match": f'"{version}"'})

    def status(self, path):
        """Of an address outside of the API."""
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status

    def ask(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if self.cookie:
            headers["Cookie"] = self.cookie
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body).encode()
        try:
            self.connection.request(method, "/api/v1" + path, body, headers)
            answer = self.connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException) as gone:
            self.connection.close()
            raise Lost(str(gone)) from gone
        if answer.status >= 400:
            raise Refused(f"{method} {path}", answer.status, text)
        if answer.getheader("Set-Cookie"):
            self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        return json.loads(text) if text else None

#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""An SMTP server for tests: smtp_server.py FOLDER [EVERY].

Prints its port, then writes each mail that it took to FOLDER/received as a line "recipient TAB message-id TAB subject",
and the last one whole to FOLDER/last.eml. With EVERY, each EVERYth transaction fails, in turn: refused for now at RCPT, at the
end of DATA, the connection dropped within DATA, closed at MAIL. Readers called nobody@… do not exist, refused@… are refused after DATA.
"""
import email
import sys
import time
from pathlib import Path

from aiosmtpd.controller import Controller

folder = Path(sys.argv[1])
every = int(sys.argv[2]) if len(sys.argv) > 2 else 0


class Handler:
    def __init__(self):
        self.count = 0
        self.fault = None
        self.received = open(folder / "received", "a", buffering=1)

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.count += 1
        self.fault = None
        if every and self.count % every == 0:
            self.fault = ("rcpt", "data", "drop", "close")[self.count // every % 4]
        if self.fault == "close":
            server.transport.abort()
            return "421 closing"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.fault == "rcpt":
            return "451 later"
        if address.startswith("nobody@"):
            return "550 5.1.1 no such reader"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.fault == "data":
            return "451 later"
        if self.fault == "drop":
            server.transport.abort()
            return "451 dropped"
        if envelope.rcpt_tos[0].startswith("refused@"):
            return "554 5.6.0 not this one"
        message = email.message_from_bytes(envelope.content)
        subject = str(email.header.make_header(email.header.decode_header(message["Subject"])))
        (folder / "last.eml").write_bytes(envelope.content)
        self.received.write(f"{envelope.rcpt_tos[0]}\t{message['Message-ID']}\t{subject}\n")
        return "250 OK"


controller = Controller(Handler(), hostname="127.0.0.1", port=0, ready_timeout=30)
try:
    controller.start()
except OSError:
    pass  # aiosmtpd 1.4.3 asks port 0 for its greeting; the server itself runs
print(controller.server.sockets[0].getsockname()[1], flush=True)
while True:
    time.sleep(3600)

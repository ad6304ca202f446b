"""Two real mailboxes on sockets of their own: as much of POP3 (RFC 1939) and IMAP4rev1 (RFC 3501) as is asked for."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

USER, PASSWORD = "xinxi", "mi ma@1"


class Pop3(socketserver.StreamRequestHandler):
    """One session of POP3."""

    def handle(self) -> None:
        """Answer line by line until QUIT."""
        self.say("+OK ready")
        for line in self.rfile:
            word, _blank, rest = line.decode().strip().partition(" ")
            if not self.answer(word.upper(), rest):
                return

    def answer(self, word: str, rest: str) -> bool:
        """Answer one command; False ends the session."""
        box = self.server.letters
        if word == "PASS" and rest != PASSWORD:
            self.say("-ERR wrong password")
        elif word == "LIST":
            self.lines([f"{n} {len(one)}".encode() for n, one in enumerate(box, 1)])
        elif word == "UIDL":
            self.lines([f"{n} key-{n}".encode() for n, _one in enumerate(box, 1)])
        elif word == "RETR":
            self.server.fetched.append(rest)
            self.lines(box[int(rest) - 1].split(b"\r\n"))
        else:
            self.say("+OK")
        return word != "QUIT"

    def say(self, words: str) -> None:
        """Send one line."""
        self.wfile.write(words.encode() + b"\r\n")

    def lines(self, lines: list[bytes]) -> None:
        """Send several lines with their end (a leading dot is doubled)."""
        stuffed = [b"." + line if line.startswith(b".") else line for line in lines]
        self.wfile.write(b"\r\n".join([b"+OK", *stuffed, b"."]) + b"\r\n")


class Imap(socketserver.StreamRequestHandler):
    """One session of IMAP."""

    def handle(self) -> None:
        """Answer line by line until LOGOUT."""
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, _blank, rest = line.decode().strip().partition(" ")
            for answer in self.answers(rest):
                self.wfile.write(answer + b"\r\n")
            bad = rest.upper().startswith("LOGIN") and "mi ma@1" not in rest
            self.wfile.write(f"{tag} {'NO wrong password' if bad else 'OK done'}\r\n".encode())
            if rest.upper().startswith("LOGOUT"):
                return

    def answers(self, command: str) -> Iterator[bytes]:
        """Give the untagged answers to one command."""
        box = self.server.letters
        if command.upper().startswith("CAPABILITY"):
            yield b"* CAPABILITY IMAP4rev1"
        elif command.upper().startswith(("SELECT", "EXAMINE")):
            yield f"* {len(box)} EXISTS".encode()
            yield b"* OK [UIDVALIDITY 7] valid"
        elif command.upper().startswith("UID SEARCH"):
            yield b"* SEARCH " + b" ".join(str(n).encode() for n in range(1, len(box) + 1))
        elif "RFC822.SIZE" in command:
            number = int(re.search(r"FETCH (\d+)", command)[1])
            yield f"* {number} FETCH (UID {number} RFC822.SIZE {len(box[number - 1])})".encode()
        elif "BODY.PEEK[]" in command:
            number = int(re.search(r"FETCH (\d+)", command)[1])
            self.server.fetched.append(str(number))
            one = box[number - 1]
            yield f"* {number} FETCH (UID {number} BODY[] {{{len(one)}}}\r\n".encode() + one + b")"


class Server(socketserver.ThreadingTCPServer):
    """A mailbox with letters in it."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, kind: type[socketserver.StreamRequestHandler], letters: list[bytes]) -> None:
        super().__init__(("127.0.0.1", 0), kind)
        self.letters = letters
        self.fetched: list[str] = []


@contextmanager
def mailbox(scheme: str, letters: list[bytes]) -> Iterator[tuple[str, Server]]:
    """Open a mailbox and give its address."""
    server = Server({"pop3": Pop3, "imap": Imap}[scheme], letters)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"{scheme}://{USER}:mi%20ma%401@127.0.0.1:{server.server_address[1]}", server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)

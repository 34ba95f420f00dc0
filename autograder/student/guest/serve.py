"""The loop of a student process: one request in, one reply out, until the grader hangs up."""

from __future__ import annotations

from typing import Any, Protocol

from .session import Session
from .wire import HEADER, MAX_FRAME, decode, frame


class Line(Protocol):
    """Both directions of the connection with the grader."""

    def read(self, count: int) -> bytes:
        """Exactly `count` bytes; fewer when the other side has hung up."""

    def write(self, data: bytes) -> None:
        """All of `data`."""


def serve(line: Line) -> None:
    """Answer requests until the line ends."""

    def receive() -> Any:
        head = line.read(HEADER.size)
        if len(head) < HEADER.size:
            raise EOFError
        (length,) = HEADER.unpack(head)
        if length > MAX_FRAME:
            raise EOFError
        return decode(line.read(length))

    def ask(name: str, args: list[Any]) -> Any:
        line.write(frame({"ask": name, "args": args}))
        reply = receive()
        if "refused" in reply:
            raise ValueError(reply["refused"])
        return reply["answer"]

    def announce(number: int) -> None:
        line.write(frame({"next": number}))

    session = Session(ask, announce)
    while True:
        try:
            request = receive()
        except EOFError:
            return
        line.write(frame(session.handle(request)))

"""The loop of a student process: one request in, one reply out, until the grader hangs up."""

import contextlib
import os
from functools import partial
from typing import Any

from .grader_connection import GraderConnection
from .session import Session
from .values import MAX_FRAME
from .wire import HEADER, Load, Mark, Replace, RightAnswer, RightCall, Run, frame, message_of


def serve(connection: GraderConnection) -> None:
    """Answer requests until the connection ends."""
    session = Session(partial(_ask, connection), partial(_mark, connection))
    while True:
        try:
            request = _receive(connection)
        except EOFError:
            return
        assert isinstance(request, (Load, Run, Replace))
        connection.write(frame(session.handle(request)))


def _receive(connection: GraderConnection) -> Any:
    head = connection.read(HEADER.size)
    if len(head) < HEADER.size:
        raise EOFError
    (length,) = HEADER.unpack(head)
    if length > MAX_FRAME:
        raise EOFError
    return message_of(connection.read(length))


def _ask(connection: GraderConnection, name: str, args: list[Any]) -> Any:
    connection.write(frame(RightCall(name, args)))
    reply = _receive(connection)
    assert isinstance(reply, RightAnswer)
    if reply.refused:
        raise ValueError(reply.refused)
    return reply.value


def _mark(connection: GraderConnection, number: int) -> None:
    if connection.marks < 0:
        connection.write(frame(Mark(number)))
        return
    # A pipe that nobody waits for, so that nobody is woken; full, it says enough.
    with contextlib.suppress(OSError):
        os.write(connection.marks, HEADER.pack(number))

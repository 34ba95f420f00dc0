"""The loop of a student process: one request in, one reply out, until the grader hangs up."""

import contextlib
import os
from functools import partial
from typing import Any

from .line import Line
from .session import Session
from .values import MAX_FRAME
from .wire import HEADER, Load, Mark, Replace, RightAnswer, RightCall, Run, frame, message_of


def serve(line: Line) -> None:
    """Answer requests until the line ends."""
    session = Session(partial(_ask, line), partial(_mark, line))
    while True:
        try:
            request = _receive(line)
        except EOFError:
            return
        assert isinstance(request, (Load, Run, Replace))
        line.write(frame(session.handle(request)))


def _receive(line: Line) -> Any:
    head = line.read(HEADER.size)
    if len(head) < HEADER.size:
        raise EOFError
    (length,) = HEADER.unpack(head)
    if length > MAX_FRAME:
        raise EOFError
    return message_of(line.read(length))


def _ask(line: Line, name: str, args: list[Any]) -> Any:
    line.write(frame(RightCall(name, args)))
    reply = _receive(line)
    assert isinstance(reply, RightAnswer)
    if reply.refused:
        raise ValueError(reply.refused)
    return reply.value


def _mark(line: Line, number: int) -> None:
    if line.marks < 0:
        line.write(frame(Mark(number)))
        return
    # A pipe that nobody waits for, so that nobody is woken; full, it says enough.
    with contextlib.suppress(OSError):
        os.write(line.marks, HEADER.pack(number))

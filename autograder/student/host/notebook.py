"""A notebook's own functions, called in its own process through the same session."""

from collections.abc import Mapping, Sequence
from types import CodeType
from typing import Any

from autograder.messages import Frame
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode
from autograder.student.guest.session import Session
from autograder.student.guest.wire import Replace, Reply, Request, message_bytes, message_of
from autograder.student.host.backends import Right, right_answer
from autograder.student.host.process import Lost
from autograder.student.host.tracebacks import own_place
from autograder.student.host.watchdog import Interrupted, time_limit
from autograder.student.limits import Limits


class NotebookBackend:
    """The functions of a namespace; see `Backend`.

    Attributes:
        seconds: none are kept here.
        session: where they are called.
        call_seconds: for one exchange, where it can be limited at all.
    """

    seconds = 0.0

    def __init__(
        self,
        functions: Mapping[str, Sequence[str]],
        namespace: dict[str, Any],
        limits: Limits | None = None,
    ) -> None:
        self.right: Right = {}
        self.call_seconds = (limits or Limits()).call_seconds
        self.namespace = namespace
        self._mark = -1
        self.session = Session(
            # Encoded and decoded, as on the way to another process.
            lambda name, args: right_answer(self.right, name, decode(encode(args))),
            self._note_mark,
            local=True,
        )
        for exercise, names in functions.items():
            self.session.adopt(exercise, list(names), namespace)

    def exchange(self, request: Request, right: Right) -> Reply:
        self.right, self._mark = right, -1
        self.session.handle(Replace(sorted(right)))
        try:
            # Through the wire format and back, so that arrays are as new as in another process.
            with time_limit(self.call_seconds):
                return self.session.handle(message_of(message_bytes(request)))
        except Interrupted as error:
            why = f"did not come to an end (it {error})"
            raise Lost(why, timed_out=True, mark=self._mark) from None
        finally:
            self.session.handle(Replace([]))

    def place(self, function: str) -> Frame | None:
        code = getattr(self.namespace.get(function), "__code__", None)
        if not isinstance(code, CodeType):
            return None
        place = own_place(code.co_filename)
        return Frame(place, code.co_firstlineno) if place else None

    def _note_mark(self, number: int) -> None:
        self._mark = number

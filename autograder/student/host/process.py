"""One student process, seen from the grader: requests out, replies in, and an end."""

import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from autograder.student.calls import NO_ANSWER
from autograder.student.guest.values import WireError
from autograder.student.guest.wire import (
    HEADER,
    Answers,
    Definitions,
    Mark,
    Replaced,
    Reply,
    Request,
    RightAnswer,
    RightCall,
    Run,
    frame,
    message_of,
)
from autograder.student.host.known import KnownReplies

# Bytes that one hand-in may send in all, and of them in replies, which are kept until it is graded.
# Of 794 right and wrong hand-ins of both lessons none has replies of more than 2.1 MB. What is kept
# takes up to 21 times as much memory here, if it is all empty arrays. A MB of it is read in 0.14 s,
# if it is all lists in lists, which take longest: 1.1 s at most.
MAX_RECEIVED, MAX_KEPT = 64 << 20, 8 << 20
# Of a question to a function that the grader answers: of wrong files the largest has 0.32 MB. What
# comes in one byte, as `None` does, becomes a number of eight or sixteen, and some copies of it.
MAX_ASKED = 1 << 20
Answer = Callable[[str, list[Any]], Any]
T = TypeVar("T")


def of_type(value: Any, kind: type[T]) -> T:
    """What a student process has sent, when it is of this very type.

    Raises:
        TypeError: it is not.
    """
    if type(value) is not kind:
        raise TypeError(f"no {kind.__name__}")
    return value


class Lost(Exception):
    """The process is gone, or is of no more use.

    Attributes:
        why: in one clause.
        timed_out: it did not come to an end.
        forged: what came was no answer.
        mark: which statement or program was begun last; -1 when none was.
    """

    def __init__(
        self, why: str, *, timed_out: bool = False, forged: bool = False, mark: int = -1
    ) -> None:
        super().__init__(why)
        self.why = why
        self.timed_out = timed_out
        self.forged = forged
        self.mark = mark


class Connection(Protocol):
    """The raw line to a student process, and the account of its time.

    Attributes:
        start_seconds: how long it may take until the process serves; 0 when it does already.
        mark: the last mark of this exchange that was looked at, -1 before the first.
    """

    start_seconds: float
    mark: int

    def allow(self, seconds: float, total: float, asleep: float) -> None:
        """An exchange begins, on a new account.

        Args:
            seconds: between two marks.
            total: for all of it.
            asleep: of that time, where it is counted.
        """

    def send(self, data: bytes | bytearray) -> None:
        """Write all of it; raises `OSError` when the other side is gone or the time is up."""

    def receive(self, count: int) -> bytes:
        """Exactly `count` bytes, fewer when the other side is gone; `TimeoutError` when the time
        is up."""

    def marked(self, number: int = -1) -> int:
        """The last mark of this exchange, -1 before the first; a number is one that came by the
        line, and `WireError` where marks do not come by it."""

    def charge(self, seconds: float) -> None:
        """Put on the account what a question has cost us, which costs who asks next to nothing."""

    def spent(self) -> tuple[float, float]:
        """Seconds on the account of this exchange, and how many of them asleep."""

    def how_it_ended(self) -> str:
        """Once the other side has hung up: how the process ended by itself, or nothing."""

    def end(self) -> None:
        """Kill the process with everything that it started."""


class StudentProcess:
    """Speaks the protocol over a connection.

    Attributes:
        connection: the raw line.
        lockdown: how the process is confined, as a record says it.
        received: bytes that came in the last exchange.
        kept: those of its reply.
    """

    def __init__(self, connection: Connection, lockdown: str = "process") -> None:
        self.connection = connection
        self.lockdown = lockdown
        self.received = self.kept = 0
        self._most = self._most_kept = 0

    def wait_until_started(self) -> None:
        """Return when the process serves, so that its start is on nobody's account.

        Raises:
            Lost: it does not start.
        """
        seconds, self.connection.start_seconds = self.connection.start_seconds, 0.0
        if seconds:
            self.exchange(Run([]), seconds)

    def exchange(
        self,
        request: Request,
        seconds: float,
        answer: Answer | None = None,
        *,
        known: KnownReplies | None = None,
        total: float | None = None,
        asleep: float | None = None,
        most: int = MAX_RECEIVED,
        most_kept: int = MAX_KEPT,
    ) -> Reply:
        """The reply to a request.

        Args:
            request: what is asked.
            seconds: for each statement or program of it.
            answer: computes what a replaced function returns.
            known: what that has come to before; without it nothing is remembered.
            total: seconds for all of it, as many as for one by default.
            asleep: seconds that it may be asleep, all of them by default.
            most: bytes that may come.
            most_kept: bytes of the reply, and of each message before it.

        Raises:
            Lost: no reply came in time, or what came was none; the process has been killed.
        """
        connection = self.connection
        total = seconds if total is None else total
        connection.allow(seconds, total, total if asleep is None else asleep)
        self.received, self._most = 0, most
        self.kept, self._most_kept = 0, most_kept
        try:
            connection.send(frame(request))
            return self._reply(answer, known)
        except TimeoutError:
            why = f"did not come to an end within {min(seconds, total):g} s"
            # Not a newer one: the process has run on since the clock was looked at.
            lost = Lost(why, timed_out=True, mark=connection.mark)
        except (WireError, ValueError, TypeError, MemoryError):
            lost = Lost(NO_ANSWER, forged=True, mark=connection.marked())
        except (EOFError, OSError):
            how = connection.how_it_ended()
            why = f"ended its process{how and ': ' + how}"
            lost = Lost(why, mark=connection.marked())
        connection.end()
        raise lost

    def _reply(self, answer: Answer | None, known: KnownReplies | None) -> Reply:
        """The reply, once everything that comes before it is answered."""
        begun = time.thread_time()
        while True:
            body = self._receive()
            reply = None if known is None else known.get(body)
            if reply is None:
                message = message_of(body)
                if isinstance(message, (Answers, Definitions, Replaced)):
                    self.kept = len(body)
                    return message
                if isinstance(message, RightCall):
                    if len(body) > MAX_ASKED:
                        raise WireError("a larger question than is taken")
                    answered = _answered(message, answer)
                    reply = bytes(frame(answered))
                    if known is not None and not answered.refused:  # also for lack of memory
                        known.add(message, body, reply)
                elif isinstance(message, Mark):
                    self.connection.marked(message.number)
                else:
                    raise WireError("a message that is no reply")
            if reply:
                self.connection.send(reply)
            now = time.thread_time()
            self.connection.charge(now - begun)
            begun = now

    def _receive(self) -> bytes:
        head = self.connection.receive(HEADER.size)
        if len(head) < HEADER.size:
            raise EOFError
        (length,) = HEADER.unpack(head)
        self.received += HEADER.size + length
        if self.received > self._most or length > self._most_kept:
            raise WireError("more than is taken")
        body = self.connection.receive(length)
        if len(body) < length:
            raise EOFError
        return body

    def spent(self) -> tuple[float, float]:
        """Seconds that the last exchange took, and how many of them asleep."""
        return self.connection.spent()

    def end(self) -> None:
        """Kill the process."""
        self.connection.end()


def _answered(question: RightCall, answer: Answer | None) -> RightAnswer:
    name = question.function
    if answer is None:
        return RightAnswer(None, f"{name} is not replaced")
    try:
        return RightAnswer(answer(name, question.args))
    except Exception as error:  # the arguments are the student's, and may be anything
        return RightAnswer(None, f"{name} cannot be computed of these arguments ({error})"[:200])


_SIGNALS = {
    -6: "it was aborted",
    -9: "it was killed",
    -11: "it crashed",
    -24: "its processor time was used up",
    -25: "it wrote too large a file",
}


def status_in_words(status: int) -> str:
    """An exit status as `subprocess` gives it, in words."""
    if status < 0:
        return _SIGNALS.get(status, f"signal {-status}")
    return f"it left with exit status {status}"

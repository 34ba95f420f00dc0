"""The student that a check talks to: somebody's functions behind an exchange of requests."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from autograder.messages import Frame
from autograder.student.calls import NO_ANSWER, Answer, Call, Died, Program, TimedOut, value_of
from autograder.student.guest.values import Encoded
from autograder.student.guest.wire import Answers, Run
from autograder.student.host.backends import Backend, Right
from autograder.student.host.process import Lost
from autograder.student.host.programs import answers_of, encoded_steps


class RemoteStudent:
    """A `Student` over a backend."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._right: Right = {}
        self._hung: set[str] = set()
        self._all_right: Right = {}
        self._lost: dict[bytes, Lost] = {}  # by a program's bytes

    def answered_by(self, right: Right) -> None:
        """Give the right answers that `with_right` may serve."""
        self._all_right = right

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args: value_of(self.run([Call(name, args)])[0])

    def run(self, program: Program, ready: Encoded | None = None) -> list[Answer]:
        """See `Student`.

        Args:
            ready: its `steps_of`, encoded, where they have been made.

        Raises:
            TimedOut: a function did not come to an end, now or before.
            Died: the process ended.
        """
        for call in program:
            if call.function in self._hung:
                raise TimedOut(call.function, "ran out of time before, so it was not called again")
        function = program[0].function
        steps = ready or encoded_steps(program)
        try:
            if not self._right and steps.data in self._lost:
                raise self._lost[steps.data]
            return answers_of(program, self._exchange([steps])[0])
        except Lost as lost:
            if lost.timed_out:
                self._hung.add(function)
            raise (TimedOut if lost.timed_out else Died)(function, lost.why) from None

    def run_all(self, programs: Sequence[Encoded]) -> list[bytes] | None:
        """What comes of several programs (their `steps_of`), in one round trip: for `answers_of`.

        None when the process was lost on the way. The one to blame is remembered, and not run
        again, alone or among others: it would be lost in the same way.
        """
        if not self._right and any(program.data in self._lost for program in programs):
            return None
        try:
            return self._exchange(programs) if programs else []
        except Lost as lost:
            if 0 <= lost.mark < len(programs) and not self._right:
                self._lost[programs[lost.mark].data] = lost
            return None

    def _exchange(self, programs: Sequence[Encoded]) -> list[bytes]:
        reply = self._backend.exchange(Run(list(programs)), self._right)
        if (
            not isinstance(reply, Answers)
            or len(reply.answers) != len(programs)
            or not all(type(answer) is bytes for answer in reply.answers)
        ):
            raise Lost(NO_ANSWER, forged=True)
        return reply.answers

    def seconds(self) -> float:
        """What the student's process has used so far of its time, as far as that is kept."""
        return self._backend.seconds

    def place(self, function: str) -> Frame | None:
        return self._backend.place(function)

    @contextmanager
    def with_right(self, functions: Iterable[str]) -> Iterator[None]:
        kept, hung = self._right, self._hung
        self._right = {name: self._all_right[name] for name in functions if name in self._all_right}
        self._hung = hung - set(self._right)
        try:
            yield
        finally:
            self._right = kept
            self._hung = hung | self._hung

"""What a check may ask of a student, and what can come of it.

A check is given a `Student`. It calls the student's functions by their names, gets plain NumPy
and Python values back, and need not know whether they were computed in another process or in the
notebook around it. Whatever prevents a value is a `Trouble`.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Protocol

from autograder.messages import Frame
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode
from autograder.student.guest.values import Described, Encoded, WireError

NO_ANSWER = "sent something that is no answer"


class Trouble(Exception):
    """A student's function gave no value.

    Attributes:
        function: its name.
        observed: what happened, in one clause.
        diagnosis: the id of what it shows.
        frames: the student's own frames, outermost first.
        lost: the process is gone, so calling the function again costs another one.
        printed: what it printed before.
        ran: the call in words, where it is known.
        where: in which part of the function's domain it happens, where that is known.
        alone: whether the call shows it without the calls before.
    """

    diagnosis = "raises"
    alone = True
    lost = False

    def __init__(self, function: str, observed: str, frames: Sequence[Frame] = ()) -> None:
        super().__init__(observed)
        self.function = function
        self.observed = observed
        self.frames = tuple(frames)
        self.printed = ""
        self.ran = ""
        self.where = ""


class Missing(Trouble):
    """The function is not defined."""

    diagnosis = "missing-function"


class Unimplemented(Trouble):
    """The stub is still there."""

    diagnosis = "not-implemented"


class WrongArity(Trouble):
    """The function does not take the arguments of the exercise."""

    diagnosis = "wrong-arity"


class Raised(Trouble):
    """It raised an exception of its own."""


class TimedOut(Trouble):
    """It did not come to an end."""

    diagnosis = "hangs"
    lost = True


class Died(Trouble):
    """Its process ended."""

    diagnosis = "process-died"
    lost = True


# Of a value, what it is called and "we ran": the value, when it has the form; fails otherwise.
Form = Callable[[Any, str, str], Any]


@dataclass(slots=True)
class Call:
    """One call of a program; nobody changes it (frozen, 800 for a hand-in took twice the time).

    Attributes:
        function: the student's function.
        args: positional arguments; `Described` things and results of earlier calls among them.
        options: arguments by name.
        watch: also report the arguments as they are afterwards, and shared memory.
        alone: of a watched call: memory shared with results of calls before it is not looked for.
        count: also report how many lines of the student's code the call runs through.
        peak: also report how much memory the call has at most, beyond what there was before.
        seed: set the global generators of NumPy and Python to this before the call.
        send: whether the value is wanted; a large one that only later calls use stays there.
        parts: of a value in several parts, the way to each that is wanted; the others stay there.
        returns: the form that the value must have; see `autograder.checking.forms`. Without one,
            the judge gets whatever came.
    """

    function: str
    args: tuple[Any, ...]
    options: dict[str, Any] = field(default_factory=dict)
    watch: bool = False
    alone: bool = False
    count: bool = False
    peak: bool = False
    seed: int | None = None
    send: bool = True
    parts: tuple[tuple[int | str, ...], ...] = ()
    returns: Form | None = None


class Answer:
    """What came of one call; values are decoded when they are first looked at.

    Attributes:
        function: what was called.
        trouble: why nothing was returned, or None.
        sent: the value as it came, encoded; equal bytes are equal values.
        sent_after: the arguments as they were after a watched call, encoded; None when they were
            what was sent.
        shared: pairs of names of arrays that share memory (watched calls).
        calls: for each scripted callable among the arguments, the argument lists it got; raises as
            `value` does where they were not told.
        lines: how many lines of the student's code a counted call ran through.
        peak: bytes that a call had at most, where that was asked.
        nanoseconds: how long it ran by the kernel's clock, where that was looked at.
        printed: what was printed meanwhile.
        elsewhere: of a call with a `seed`: something was drawn from NumPy's global generator.
    """

    def __init__(
        self,
        function: str,
        trouble: Trouble | None = None,
        sent: bytes | None = None,
        sent_after: bytes | None = None,
        shared: tuple[tuple[str, str], ...] = (),
        calls: tuple[list[list[Any]], ...] | None = None,
        lines: int = 0,
        peak: int = 0,
        printed: str = "",
        elsewhere: bool = False,
    ) -> None:
        self.function = function
        self.trouble = trouble
        self.sent = sent
        self.sent_after = sent_after
        self.shared = shared
        self._calls = calls
        self.lines = lines
        self.peak = peak
        self.nanoseconds = 0
        self.printed = printed
        self.elsewhere = elsewhere

    @cached_property
    def value(self) -> Any:
        """What was returned, or None; raises `Died` for bytes that are no value."""
        return self._decoded(self.sent)

    @cached_property
    def after(self) -> Any:
        """The arguments as they were after a watched call; raises as `value` does."""
        return self._decoded(self.sent_after)

    @property
    def calls(self) -> tuple[list[list[Any]], ...]:
        """See above; raises `Died`."""
        if self._calls is None:
            raise Died(self.function, NO_ANSWER)
        return self._calls

    def _decoded(self, data: bytes | None) -> Any:
        try:
            return None if data is None else decode(data)
        except (WireError, MemoryError):
            raise Died(self.function, NO_ANSWER) from None


Program = Sequence[Call]


class FixedProgram(tuple[Call, ...]):
    """A program that is the same for every student: how it is sent is worked out once.

    Attributes:
        encoded: that, once the program has been sent.
    """

    encoded: Encoded | None = None


def value_of(answer: Answer) -> Any:
    """What a call returned; raises what prevented it."""
    if answer.trouble is not None:
        raise answer.trouble
    return answer.value


class Student(Protocol):
    """Somebody's functions."""

    def __getattr__(self, name: str) -> Any:
        """A function to call directly; it raises `Trouble` when it gives no value."""

    def run(self, program: Program) -> list[Answer]:
        """The answers to a program of calls, in one round trip; raises `Trouble` only when the
        process is lost."""

    def place(self, function: str) -> Frame | None:
        """Where the function is defined."""

    def with_right(self, functions: Iterable[str]) -> AbstractContextManager[None]:
        """While it lasts, these functions are answered rightly wherever the student calls them."""


@lru_cache(maxsize=256)  # the same few, in every program and for every submission
def result(step: int, *path: int | str, names: tuple[str, ...] = ()) -> Encoded:
    """What call number `step` of the same program returned, or a part of it.

    With `names`, of a dict these entries only: what it holds besides is nobody else's concern.
    """
    fields: dict[str, Any] = {"step": step}
    if path:
        fields["path"] = list(path)
    if names:
        fields["names"] = " ".join(names)
    return Encoded(encode(Described("result", fields)))


def generator(
    seed: int, name: str = "rng", *, ahead: bool = False, begins: int | None = None
) -> Described:
    """A `numpy.random.Generator`; within one program the same name means the same generator.

    One that is `ahead` is in the state that it would have after 2⁶⁴ draws. What one `begins` with
    are the first 64 bits that it gives; all that follow go by its seed.
    """
    fields: dict[str, Any] = {"seed": seed, "name": name}
    if ahead:
        fields["ahead"] = True
    if begins is not None:
        fields["begins"] = begins
    return Described("generator", fields)


def kept(name: str, value: Any = None) -> Described:
    """A large argument of several calls of a program: sent with the first, meant by the others."""
    return Described("kept", {"name": name} if value is None else {"name": name, "value": value})


def scripted(arrays: Sequence[Any]) -> Described:
    """A callable that answers by its arguments: with a copy of the array of that shape."""
    return Described("scripted", {"arrays": list(arrays)})


def initializer(function: str, *extra: Any) -> Described:
    """`lambda fan_in, fan_out: function(fan_in, fan_out, *extra)` of the student's own function."""
    return Described("initializer", {"function": function, "extra": list(extra)})

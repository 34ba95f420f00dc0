"""A probe: one function asked at the corners of its domain, so that its checks share the answers.

Values, changed arguments, shared memory and state are all judged on the same calls. `REPETITION`
is a factor of every domain: at some corners a second call follows with the same shapes and
settings, at others the same call is made again after everything else.

One cause is one failed claim. Wrong on a first call is a wrong value, unless the answer is the
right one to an earlier call (then it was kept) or the same call is right at another time (then it
depends on more than its arguments).

    >>> import numpy as np
    >>> from autograder.authoring.template.checks import PROBE
    >>> cases, program = PROBE.asks(np.random.default_rng(0))
    >>> program[0].function, len(cases) == len(program)
    ('moving_average', True)
    >>> right, bound = within(np.array([3.0, 4.0]), rtol=1e-12)
    >>> bound
    5e-12

A truth of whole numbers, which takes nothing but whole numbers:

    >>> labels = Expected(np.array([2, 0, 1]), bound=0.0)
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from autograder.checking.calls_in_words import call_in_words
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.layouts import FORTRAN, READ_ONLY, STRIDED, C, laid_out
from autograder.checking.targets import Targets
from autograder.numerics import Array, norm
from autograder.student.calls import Call, Program

FIRST, TWIN, AGAIN = "first", "twin", "again"
REPETITION = Factor(
    "repetition",
    (
        Level(FIRST, "on the first call"),
        Level(TWIN, "on a second call with the same shapes", "keeps-state"),
        Level(AGAIN, "when the same call is made again later", "keeps-state"),
    ),
)
LAYOUT = Factor(
    "layout",
    (
        Level(C, "for arrays stored row by row"),
        Level(FORTRAN, "for arrays stored column by column", "depends-on-memory-layout"),
        Level(
            STRIDED, "for arrays that are every second entry of others", "depends-on-memory-layout"
        ),
        Level(READ_ONLY, "for arrays that are read-only", "changes-its-arguments"),
    ),
)

Args = tuple[Any, ...]
Pair = tuple[Array, Array]  # (observed, expected), of one shape
Truth = Callable[..., "Mapping[str, Expected] | Expected"]
RESULT = "the result"  # what the only part of an answer is called


class Expected(NamedTuple):
    """One array of a right answer.

    Attributes:
        array: the truth, of any shape. Its dtype says what the answer has to hold: float64, or
            whole numbers (of any integer dtype) or truth values where it holds such.
        bound: how far an answer may be from it, in the 2-norm of all entries; nothing is near to
            whole numbers and truth values, whatever it is.
    """

    array: Any
    bound: float


def within(array: Array, rtol: float, scale: float | None = None) -> Expected:
    """What is right to a relative bound.

    Args:
        array: the truth, of any shape.
        rtol: how far an answer may be off, as a share of the scale.
        scale: what the rounding of right code is relative to, where the truth may be smaller than
            what it is made of; the 2-norm of the truth when it is None.
    """
    size = norm(array) if scale is None else scale
    return Expected(array, rtol * size)


class AtOnce(NamedTuple):
    """A `Probe.draw` or `Probe.truth` of all cases at once, which cost little more than one.

    Attributes:
        of: of the cases and all corners: the arguments at each; or of the arguments of all calls:
            what is right for each.
    """

    of: Callable[..., Sequence[Any]]


class Rights:
    """What is right for the calls of a draw; computed when the first of them is needed."""

    def __init__(self, truth: Truth | AtOnce, calls: Sequence[Args], part: str = RESULT) -> None:
        self.truth = truth
        self.calls = calls
        self.part = part  # the name of what is right, where the truth gives it none

    @cached_property
    def parts(self) -> Sequence[Mapping[str, Expected]]:
        """For each call, part of the answer -> what is right.

        Raises:
            TypeError: the truth is of no form that says it.
        """
        if isinstance(self.truth, AtOnce):
            return self.truth.of(self.calls)
        found = [self.truth(*args) for args in self.calls]
        for one in found:
            if not isinstance(one, (Expected, Mapping)):
                raise TypeError(
                    f"the truth is {type(one).__name__}, where an Expected (as `within` makes it) "
                    "or a dict of them is asked for"
                )
        return [{self.part: one} if isinstance(one, Expected) else one for one in found]


class Case:
    """One call of a probe.

    Attributes:
        corner: where in the domain, its repetition included.
        repetition: which call this is: `FIRST`, `TWIN` or `AGAIN`.
        args: what the function gets.
        origin: the number of the case that this one repeats, when it does.
    """

    def __init__(self, corner: Corner, rights: Rights, at: int, origin: int | None = None) -> None:
        self.corner = corner
        self.repetition: str = corner[REPETITION.name]
        self.args = rights.calls[at]
        self.origin = origin
        self._rights = rights
        self._at = at

    @property
    def truth(self) -> Mapping[str, Expected]:
        """Part of the answer -> what is right."""
        return self._rights.parts[self._at]


class Drawn(list[Case]):
    """The cases of one draw; made once, and not changed afterwards."""

    @cached_property
    def targets(self) -> Targets:
        """What is right for them."""
        return Targets([case.truth for case in self])


def _other_and_same(first: Args, other: Args, corner: Corner, turn: int) -> Args:
    return first if turn % 2 else other


@dataclass(frozen=True)
class Probe:
    """How one function is asked.

    Attributes:
        function: its name.
        domain: where it is promised to work; `REPETITION` and `LAYOUT` are among its factors.
        draw: the arguments at a corner; decides the numbers, never where they lie.
        truth: of the arguments: part of the answer -> what is right; or only what is right, where
            the answer is one array or one number.
        unpack: of a value, the arguments and "we ran": the parts of the answer, as they came;
            fails for what has no such parts. It goes by the form of the value, not by its numbers,
            as long as these are finite. The value itself, unless it says otherwise.
        words: the call in words, for "we ran"; the shapes of the arguments, when it is None.
        says: of the arguments and the wrong parts, with what is right: what was seen; how far each
            part is off, when it is None.
        may_share: of the arguments: pairs of names of arrays that may share memory.
        passed: of a corner and the arguments: those given by position, which come first, and those
            given by name; all by position unless it says otherwise.
        twin: of a first call, other arguments of its corner, the corner, and how many twins there
            were before: the arguments of the second call. Others and the same ones in turn, unless
            it says otherwise; see `kept_in_turn`.

    Raises:
        ValueError: the domain lacks layouts or repetitions.
    """

    function: str
    domain: Domain
    draw: Callable[[Any, Corner], Args] | AtOnce
    truth: Truth | AtOnce
    unpack: Callable[[Any, Args, str], Mapping[str, Any]] = lambda value, args, ran: {RESULT: value}
    words: Callable[..., str] | None = None
    says: Callable[[Args, Mapping[str, Pair]], str] | None = None
    may_share: Callable[..., Iterable[tuple[str, str]]] = lambda *args: ()
    passed: Callable[[Corner, Args], tuple[Args, dict[str, Any]]] = lambda corner, args: (args, {})
    twin: Callable[[Args, Args, Corner, int], Args] = _other_and_same

    def __post_init__(self) -> None:
        known = {factor.name for factor in self.domain.factors}
        if not known >= {LAYOUT.name, REPETITION.name}:
            raise ValueError(
                f"the domain of {self.function} needs LAYOUT and REPETITION among its factors"
            )

    def __hash__(self) -> int:
        return id(self)

    def in_words(self, args: Args) -> str:
        """A call in words."""
        return self.words(*args) if self.words else call_in_words(Call(self.function, args))

    def asks(self, cases: Any) -> tuple[Drawn, Program]:
        """The cases of one draw and the calls: first calls with twins, then those made again."""
        corners, places = _places(self.domain)
        if isinstance(self.draw, AtOnce):
            drawn = self.draw.of(cases, corners)
        else:
            drawn = [self.draw(cases, corner) for corner in corners]
        calls: list[Args] = []
        twins = 0
        for corner, args in zip(corners, drawn, strict=True):
            if corner[REPETITION.name] == TWIN:
                args = self.twin(calls[-1], args, corner, twins)
                twins += 1
            if not calls or args is not calls[-1]:
                args = tuple([laid_out(value, corner[LAYOUT.name]) for value in args])
            calls.append(args)
        rights = Rights(self.truth, calls, getattr(self.unpack, "part", RESULT))
        made = Drawn(Case(corner, rights, number, origin) for corner, number, origin in places)
        return made, [self._call(case) for case in made]

    def _call(self, case: Case) -> Call:
        watch = case.repetition != AGAIN
        args, options = self.passed(case.corner, case.args)
        return Call(self.function, args, options, watch=watch, alone=case.repetition == FIRST)


_Place = tuple[Corner, int, int | None]  # a case's corner, the number of its draw, its origin


@lru_cache(maxsize=64)
def _places(domain: Domain) -> tuple[Sequence[Corner], Sequence[_Place]]:
    """The corners at which arguments are drawn, and the cases that are made of these."""
    corners: list[Corner] = []
    places: list[_Place] = []
    later: list[_Place] = []
    for corner in domain.corners:
        number = len(corners)
        first = corner.moved(REPETITION.name, REPETITION.levels[0])
        corners.append(first)
        places.append((first, number, None))
        if corner[REPETITION.name] == TWIN:
            corners.append(corner)
            places.append((corner, number + 1, number))
        elif corner[REPETITION.name] == AGAIN:
            later.append((corner, number, number))
    return corners, [*places, *later]


def kept_in_turn(
    *positions: tuple[int, ...],
    unless: Callable[[Corner], bool] = lambda corner: False,
    joined: Callable[[Args, Args], Args] = lambda args, first: args,
) -> Callable[[Args, Args, Corner, int], Args]:
    """A `Probe.twin`: the arguments at these positions are those of the first call, in turn.

    What is kept under some arguments shows where these come again and others change; what is handed
    out a second time, where all come again. `positions` are those of the first twin, of the second
    one, and so on, round and round; all are kept where arguments of two draws do not go together,
    and `joined` changes those of two draws such that they do, seeing those of the first call.
    """

    def twin(first: Args, other: Args, corner: Corner, turn: int) -> Args:
        kept = positions[turn % len(positions)]
        if unless(corner) or len(kept) == len(other):
            return first
        args = tuple(first[n] if n in kept else value for n, value in enumerate(other))
        return joined(args, first)

    return twin

"""A random initializer asked at the corners of its domain, in a row that shows how it uses `rng`.

`initializer(fan_in, fan_out, *extra, rng)` is promised to draw independent numbers of one law, with
a spread that follows from the other arguments. Calls in a row share generators and change the shape
in between; some are made again at the end, with a generator in the state of the first time.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.laws import NORMAL, Law
from autograder.student.calls import Call, Program, generator

SHAPE = Factor(
    "shape",
    (
        Level((60, 15), "for more inputs than neurons"),
        Level((30, 30), "for square W"),
        Level((15, 60), "for more neurons than inputs"),
        # No longer: a right way by a covariance of all inputs takes their number cubed.
        Level((1, 150), "for one input"),
        Level((150, 1), "for one neuron"),
    ),
)
NEW, USED = "new", "used"
GENERATOR = Factor(
    "generator",
    (Level(NEW, "for a new generator"), Level(USED, "for a generator that was drawn from before")),
)
# Beyond 512 inputs and 4,000 weights. No more: on a busy machine a right way by a covariance of
# 1,100 inputs took a minute.
LARGE: Mapping[str, Level] = {"shape": Level((520, 8), "for a large layer")}
# Too small for statistics of their own; of all of them together the size is known well enough.
SMALL = [(1, 1), (2, 2), (1, 2), (2, 1), (3, 3), (1, 1), (2, 3), (3, 2), (1, 1), (2, 2)]
# The same arguments, but for the generator: a new one; one of the same seed that is in another
# state, far ahead, so that only what goes by the seed is the same; that one once more; and a new
# one that begins like the first.
ALIKE, AHEAD = (4, 4), "rng ahead"
# The first 64 bits of three generators that have nothing else in common: the second one begins with
# the upper half of the first, which `random` goes by, and the third with the lower half, which
# `integers` and `choice` take first; but for a 1 that is added to it. These are a third and two
# thirds of all numbers, and a little more: whichever of up to 26 million numbers the first one
# chooses (all were tried), so does the other; by `integers` also of powers of two, and one less, up
# to 2³¹ and of powers of ten. Of 2³² they choose others. So what comes from one of a few generators
# that rng chooses is the same, on every seed; and what takes both halves is not. The weights that
# are drawn with them are ordinary: 1.6, 1.1 and 0.4 of a normal law.
_BEGINNINGS = (0x55555558_AAAAAAE0, 0x55555559_243F6A88, 0x05A308D3_AAAAAAE1)
# What is asked beside: held against the numbers of rng to the digit, and in no statistics. Each is
# what right draws are in one of many thousand calls, so that what is wrong only there always shows.
# A first normal number of −5.8: the word is one of the tail of NumPy's ziggurat, and with this seed
# the two that follow go that far; the next largest of 144 is 2.7.
FAR, FAR_SEED = 0x1FFF4321_FFFFFE00, 1_092_365
# One of 1.5e-13: the ziggurat takes 52 bits of the word for a share of a step, here 2¹⁰. As a
# uniform number it is less than 1e-13, at the end of them. With this seed the first 144 numbers are
# no draw that anybody would choose by its mean of 0.29 (by chance 0.08) or its standard deviation
# of 0.80; but by the largest number, 2.0, before those of the other one. Of 6,000,000 seeds one in
# 40,000 is as far out in mean and deviation.
TINY, TINY_SEED = 0x00000000_00080012, 1_611_360
BESIDE = (12, 12)
# Looked at for their fourth moment only: nothing else shows that a few other numbers were added.
MANY = (64, 260)
ANY_SIZE = Domain((SHAPE, GENERATOR), extra=(LARGE,))
Extra = tuple[float, ...]


@dataclass(frozen=True)
class Drawing:
    """How a random initializer is asked.

    Attributes:
        function: its name.
        spread: of (fan_in, fan_out, *extra): the standard deviation that is promised.
        law: the law of the weights.
        domain: `SHAPE` and `GENERATOR` are among its factors.
        between: of a corner: the arguments between the sizes and rng.
        small: the same for the small layers, in turn.
        alike: the same for the calls with equal arguments, and for those `together`.
        independent: whether weights are independent, and judged by statistics on independent ones.
        together: where in the domain, in words -> shapes whose weights are looked at together:
            for spreads that are wrong where few weights are drawn at a time.
    """

    function: str
    spread: Callable[..., float]
    law: Law = NORMAL
    domain: Domain = ANY_SIZE
    between: Callable[[Corner], Extra] = lambda corner: ()
    small: Sequence[Extra] = ((),)
    alike: Extra = ()
    independent: bool = True
    together: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)

    def asks(self, cases: Any) -> "tuple[Sequence[Draws], Program]":
        """What is drawn, and the calls; `cases` gives seeds."""
        drawn: list[Draws] = []
        seed_of: dict[str, int] = {}

        def add(shape: tuple[int, int], extra: Extra, corner: Corner | None, *, new: bool) -> None:
            if new:
                seed_of[f"rng {len(seed_of) + 1}"] = cases.seed()
            drawn.append(Draws(self, shape, extra, next(reversed(seed_of)), corner))

        for corner in self.domain.corners:
            new = corner["generator"] == NEW or not seed_of
            add(corner["shape"], self.between(corner), corner, new=new)
        for number, shape in enumerate(SMALL):
            add(shape, self.small[number % len(self.small)], None, new=number % 2 == 0)
        drawn += self._alike(seed_of, cases)
        drawn += _again(drawn, seed_of)
        for words, shapes in self.together.items():
            for number, shape in enumerate(shapes):
                add(shape, self.alike, None, new=number == 0)
                drawn[-1] = replace(drawn[-1], among=words)
        if self.law is NORMAL:
            add(MANY, self.alike, None, new=True)
        drawn += self._beside(seed_of, cases)
        # Global generators, which nothing here should depend on, begin in one state, and are in
        # another one when a call is made again.
        seeds = [
            cases.seed() if not n or one.again is not None else None for n, one in enumerate(drawn)
        ]
        drawn = [replace(one, seed=seed_of[one.generator]) for one in drawn]
        return drawn, [_call(one, seed) for one, seed in zip(drawn, seeds, strict=True)]

    def _alike(self, seed_of: dict[str, int], cases: Any) -> "list[Draws]":
        one, other, third = (f"rng {len(seed_of) + number}" for number in (1, 2, 3))
        seed_of[one] = seed_of[AHEAD] = cases.seed()
        seed_of |= {other: cases.seed(), third: cases.seed()}
        beginnings = zip(
            (one, AHEAD, AHEAD, other, third),
            (_BEGINNINGS[0], None, None, *_BEGINNINGS[1:]),
            strict=True,
        )
        return [
            Draws(self, ALIKE, self.alike, generator, watch=True, begins=begins)
            for generator, begins in beginnings
        ]

    def _beside(self, seed_of: dict[str, int], cases: Any) -> "list[Draws]":
        if self.law is NORMAL:
            asked = [("tiny", TINY_SEED, TINY), ("far", FAR_SEED, FAR)]
        else:
            asked = [("far", cases.seed(), TINY)]
        found = []
        for what, seed, begins in asked:
            name = f"rng {len(seed_of) + 1}"
            seed_of[name] = seed
            found.append(Draws(self, BESIDE, self.alike, name, begins=begins, beside=what))
        return found

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True, slots=True)
class Draws:
    """One call.

    Attributes:
        drawing: what is asked.
        shape: (fan_in, fan_out).
        extra: the arguments between them and rng.
        generator: the name of the generator.
        corner: where in the domain; None for small ones, many at once, and those made again.
        again: the number of the call that was made with the generator in the same state.
        among: which of the calls `together` it is one of, in words; empty for all others.
        watch: it is asked whether memory is shared with an earlier result.
        begins: what its generator gives first, where that is not left to its seed.
        beside: what it is asked for beside statistics: "far" or "tiny".
        seed: that of its generator.
    """

    drawing: Drawing
    shape: tuple[int, int]
    extra: Extra
    generator: str
    corner: Corner | None = None
    again: int | None = None
    among: str = ""
    watch: bool = False
    begins: int | None = None
    beside: str = ""
    seed: int = 0

    @property
    def state(self) -> dict[str, Any]:
        """Of the generator, at first, as `student.guest.generators` makes it."""
        ways: dict[str, Any] = {"ahead": True} if self.generator == AHEAD else {}
        if self.begins is not None:
            ways["begins"] = self.begins
        return {"seed": self.seed, **ways}

    @property
    def std(self) -> float:
        """The standard deviation that is promised."""
        return self.drawing.spread(*self.shape, *self.extra)

    @property
    def words(self) -> str:
        """The call in words."""
        given = ", ".join([*map(str, self.shape), *(f"{number:g}" for number in self.extra)])
        return f"{self.drawing.function}({given}, rng)"


def _again(drawn: Sequence[Draws], seed_of: dict[str, int]) -> list[Draws]:
    """The first call of each shape made with a new generator, once more, the last one first.

    The second call of all is among them: what is kept, or counted, begins there.
    """
    first: dict[tuple[int, int], int] = {}
    for number, one in enumerate(drawn):
        if number == 0 or one.generator != drawn[number - 1].generator:
            first.setdefault(one.shape, number)
    later = []
    second = [1] if drawn[1].generator != drawn[0].generator else []
    for number in sorted({*first.values(), *second}, reverse=True):
        one = drawn[number]
        name = f"{one.generator} again"
        seed_of[name] = seed_of[one.generator]
        later.append(replace(one, generator=name, corner=None, again=number))
    return later


def _call(one: Draws, everywhere: int | None) -> Call:
    rng = generator(one.seed, one.generator, ahead=one.generator == AHEAD, begins=one.begins)
    args = (*one.shape, *one.extra, rng)
    return Call(one.drawing.function, args, seed=everywhere, watch=one.watch)

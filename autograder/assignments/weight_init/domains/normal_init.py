"""Where `normal_init` is promised to draw independent numbers from N(0, std²): every size and std.

Calls in a row share generators and change the shape in between; some are made again at the end,
with a generator in the state of the first time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.assignments.weight_init.cases import Cases
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.student.calls import Call, Program, generator

SHAPE = Factor(
    "shape",
    (
        Level((60, 15), "for more inputs than neurons"),
        Level((30, 30), "for square W"),
        Level((15, 60), "for more neurons than inputs"),
        # No longer: some right ways are quick for hundreds of numbers in a row, and no more.
        Level((1, 250), "for one input"),
        Level((250, 1), "for one neuron"),
    ),
)
STD = Factor(
    "std",
    (
        Level(0.4, "for std 0.4"),
        Level(1e-6, "for std 1e-6"),
        Level(1e3, "for std 1,000"),
    ),
)
NEW, USED = "new", "used"
GENERATOR = Factor(
    "generator",
    (
        Level(NEW, "for a new generator"),
        Level(USED, "for a generator that was drawn from before"),
    ),
)
# Beyond 256 inputs and 4,000 weights; a right way that needs a covariance of all inputs is quick.
LARGE = Level((340, 13), "for a large layer")
DOMAIN = Domain((SHAPE, STD, GENERATOR), extra=({"shape": LARGE},))
# Too small for statistics of their own; of all of them together the size is known well enough.
SMALL = [(1, 1), (2, 2), (1, 2), (2, 1), (3, 3), (1, 1), (2, 3), (3, 2), (1, 1), (2, 2)]
SMALL_STDS = (0.4, 0.05, 1e-6, 7.0, 1e3)
# The same arguments three times, but for the generator: another one, and the same one once more.
ALIKE, ALIKE_STD = (4, 4), 0.4


@dataclass(frozen=True, slots=True)
class Draws:
    """One call.

    Attributes:
        shape: (fan_in, fan_out).
        std: the spread that is asked for.
        generator: the name of the generator.
        corner: where in the domain; None for small ones and those made again.
        again: the number of the call that was made with the generator in the same state.
    """

    shape: tuple[int, int]
    std: float
    generator: str
    corner: Corner | None = None
    again: int | None = None

    @property
    def words(self) -> str:
        """The call in words."""
        return f"normal_init({self.shape[0]}, {self.shape[1]}, {self.std:g}, rng)"


def draws(cases: Cases) -> tuple[Sequence[Draws], Program]:
    """What is drawn, and the calls."""
    drawn: list[Draws] = []
    seeds: list[int] = []

    def add(shape: tuple[int, int], std: float, corner: Corner | None, *, new: bool) -> None:
        if new:
            seeds.append(cases.seed())
        drawn.append(Draws(shape, std, f"rng {len(seeds)}", corner))

    for corner in DOMAIN.corners:
        add(corner["shape"], corner["std"], corner, new=corner["generator"] == NEW or not seeds)
    for number, shape in enumerate(SMALL):
        add(shape, SMALL_STDS[number % len(SMALL_STDS)], None, new=number % 2 == 0)
    for new in (True, True, False):
        add(ALIKE, ALIKE_STD, None, new=new)
    # The first call of each shape made with a new generator, once more, the last one first.
    first: dict[tuple[int, int], int] = {}
    for number, one in enumerate(drawn):
        if number == 0 or one.generator != drawn[number - 1].generator:
            first.setdefault(one.shape, number)
    seed_of = {f"rng {number}": seed for number, seed in enumerate(seeds, start=1)}
    for number in reversed(first.values()):
        one = drawn[number]
        name = f"{one.generator} again"
        seed_of[name] = seed_of[one.generator]
        drawn.append(Draws(one.shape, one.std, name, again=number))
    return drawn, [_call(one, seed_of[one.generator], cases) for one in drawn]


def _call(one: Draws, seed: int, cases: Cases) -> Call:
    # Global generators, which nothing here should depend on, are in another state the second time.
    return Call(
        "normal_init",
        (*one.shape, one.std, generator(seed, one.generator)),
        seed=cases.seed(),
    )

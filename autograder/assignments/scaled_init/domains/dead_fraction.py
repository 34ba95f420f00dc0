"""Where `dead_fraction` is promised to be right: any layer, any number of dead units."""

from collections.abc import Mapping

import numpy as np

from autograder.checking.cases import Numbers
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.numbers import in_words, one_number
from autograder.checking.probe import LAYOUT, REPETITION, TWIN, Expected, Probe, kept_in_turn
from autograder.numerics import Array
from autograder.showing import counted

SHAPE = Factor(
    "shape",
    (
        Level((12, 5), "for more examples than units"),
        Level((6, 6), "for as many examples as units"),
        Level((4, 11), "for more units than examples"),
        Level((1, 9), "for one example"),
        Level((13, 1), "for one unit"),
        Level((1, 1), "for a single pre-activation"),
    ),
)
SOME, NONE, ALL, ONE, AT_ZERO = "some", "none", "all", "one", "at zero"
DEAD = Factor(
    "dead",
    (
        Level(SOME, "where some units are dead"),
        Level(NONE, "where no unit is dead"),
        Level(ALL, "where every unit is dead"),
        Level(ONE, "where all units but one are dead"),
        Level(AT_ZERO, "where dead units have pre-activations of exactly 0"),
    ),
)
AWAKE = Factor(
    "awake",
    (
        Level(0.5, "where units that are not dead are awake for half of the examples"),
        Level(0.0, "where units that are not dead are awake for one example only"),
        Level(1.0, "where units that are not dead are awake for all examples"),
    ),
)
SCALE = Factor(
    "scale",
    (
        Level(1.0, "for pre-activations of about 1"),
        Level(1e-9, "for pre-activations of about 1e-9"),
        Level(600.0, "for pre-activations of hundreds"),
    ),
)
DOMAIN = Domain(
    (SHAPE, DEAD, AWAKE, SCALE, LAYOUT, REPETITION),
    extra=(
        # Who is awake is awake 256 times, which a count in a byte takes for none.
        {"shape": Level((256, 130), "for a large layer"), "awake": AWAKE.levels[2]},
        # Hundreds of examples, and each of forty units is awake for one of them.
        {
            "shape": Level((1200, 20), "for more than a thousand examples"),
            "dead": DEAD.levels[1],
            "awake": AWAKE.levels[1],
        },
    ),
)
# A share is a whole number over another, divided once: right to 1e-16.
ATOL = 1e-12


def draw(cases: Numbers, corner: Corner) -> tuple[Array]:
    """(a,) at a corner; which units are dead, and for which examples others sleep, is drawn.

    How many of each there are is the same for every seed, and so is what a wrong way to count makes
    of it: shares of few units are few numbers, and one would be right for another call by chance.
    """
    (m, units), rng = corner["shape"], cases.rng
    a = -np.abs(cases.away_from_zero(m, units)) * corner["scale"]
    awake = {NONE: units, ALL: 0, ONE: 1}.get(corner["dead"])
    if awake is None:  # neither none nor all of them, where there are two at least
        awake = 1 + _turn(corner) % (units - 1) if units > 1 else _turn(corner) % 2
    waking = np.zeros(a.shape, bool)
    waking[0] = True  # for one example at least
    waking[1 : 1 + round(corner["awake"] * (m - 1))] = True
    waking = rng.permuted(waking, axis=0)
    alive, dead = np.split(rng.permutation(units), [awake])
    if corner["awake"] == 0.0:  # of two units one is awake for the last example, one for the first
        waking[:, alive[:2]] = False
        waking[[m - 1, 0][: len(alive)], alive[:2]] = True
    waking[:, dead] = False
    a[waking] *= -1.0
    if corner["dead"] == AT_ZERO:
        asleep = ~waking.any(axis=0)
        a[rng.integers(m), asleep] = 0.0
    return (a,)


def _turn(corner: Corner) -> int:
    """A number that differs from corner to corner, and from a first call to a second one."""
    places = [factor.levels.index(corner.levels[factor.name]) for factor in (DEAD, AWAKE, SCALE)]
    return sum(places) + 3 * int(corner[REPETITION.name] == TWIN)


def right(a: Array) -> float:
    """The share of units, columns of (m, units), whose largest pre-activation is not positive."""
    return float(np.mean(a.max(axis=0) <= 0.0))


def _truth(a: Array) -> Mapping[str, Expected]:
    return {"the share": Expected(np.asarray(right(a)), ATOL)}


def _words(a: Array) -> str:
    return f"dead_fraction(a) for {counted(len(a), 'example')} and {counted(a.shape[1], 'unit')}"


DEAD_FRACTION = Probe(
    "dead_fraction",
    DOMAIN,
    draw,
    _truth,
    one_number("the share"),
    words=_words,
    says=in_words,
    twin=kept_in_turn(()),  # a number shares no memory
)

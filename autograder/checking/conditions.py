"""What holds at some of the corners of a domain, in words: a level, or a size."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from autograder.checking.domain import Corner, Factor, Measure

MIN_SHARED = 3  # that have a condition in common before it is said: two have one by chance


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that holds at some of the corners.

    Attributes:
        words: what completes "only …".
        holds: the corners at which it does, by number.
        about: the factor's name, or what is counted.
        hint: the id of the misconception that failing exactly there shows, or None.
        is_size: whether it is about a size.
        is_value: whether it is a single size, or all up to the smallest; the largest one apart.
        rests_on: how many corners are without it, where it is a size: that a fault does not show in
            the one layer of one unit is chance.
    """

    words: str
    holds: frozenset[int]
    about: str
    hint: str | None = None
    is_size: bool = False
    is_value: bool = False
    rests_on: int = MIN_SHARED


def of_factor(factor: Factor, corners: Sequence[Corner]) -> list[Condition]:
    """Its levels that have words."""
    # Those of the factor, and those that a corner has beside them; of which some say the same.
    found: dict[tuple[str, str | None], list[int]] = {
        (level.words, level.hint): [] for level in factor.levels
    }
    for number, corner in enumerate(corners):
        level = corner.levels[factor.name]
        found.setdefault((level.words, level.hint), []).append(number)
    return [
        Condition(words, frozenset(holds), factor.name, hint)
        for (words, hint), holds in found.items()
        if words
    ]


def of_measure(
    measure: Measure, corners: Sequence[Corner]
) -> tuple[list[Condition], list[Condition], list[Condition]]:
    """From a size on, up to a size, and at a size."""
    sizes = [measure.of(corner) for corner in corners]
    values = sorted(set(sizes))

    def condition(words: str, value: float, holds: Sequence[bool]) -> Condition:
        is_value = sum(dict(zip(sizes, holds, strict=True)).values()) == 1 and value < values[-1]
        where = frozenset(number for number, true in enumerate(holds) if true)
        others = len(corners) - len(where)
        return Condition(words, where, measure.many, None, True, is_value, others)

    def beyond(below: float, value: float) -> str:
        """That a size is one of the larger ones; those in between nobody has tried."""
        near = value - below == 1
        return f"from {measure.said(value)} on" if near else f"for more than {measure.said(below)}"

    def within(value: float, above: float) -> str:
        near = above - value == 1
        return f"up to {measure.said(value)}" if near else f"for fewer than {measure.said(above)}"

    steps = list(pairwise(values))
    return (
        [condition(beyond(*step), step[1], [size >= step[1] for size in sizes]) for step in steps],
        [
            condition(within(*step), step[0], [size <= step[0] for size in sizes])
            for step in steps[1:]
        ],
        [condition(f"for {measure.said(v)}", v, [size == v for size in sizes]) for v in values],
    )

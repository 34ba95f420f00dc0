"""Where in its domain a function goes wrong, as the shortest sentence that is true.

A sentence is said only when it separates exactly the corners that fail from those that pass. Of
an array that covers all pairs, no two sentences on one factor describe the same corners, so where
one fits, no other does; sentences on two factors are said only when no other one fits.

    >>> from autograder.checking.domain import Level, covering
    >>> shape = Factor("W", (Level((4, 3)), Level((3, 3), "for square W"), Level((1, 1))))
    >>> sign = Factor("sign", (Level(1), Level(-1, "for negative numbers")))
    >>> domain = Domain((shape, sign))
    >>> corners = covering(domain)
    >>> region(domain, corners, [corner["W"] == (3, 3) for corner in corners]).words
    'only for square W'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from autograder.checking.domain import Corner, Domain, Factor, Measure

EVERYWHERE = "everywhere"
MAX_LEVELS = 3  # of one factor that a sentence names
MIN_CORNERS = 2  # that two conditions together must describe
MIN_SHARED = 3  # that have a condition in common before it is said: two have one by chance
# That all that failed have a condition in common which has nothing to do with it: a share p of the
# corners to the power of how many failed. Of several conditions, those with less are said.
BY_CHANCE = 0.05
MAX_WHOLE = 3  # conditions without any failing corner that are told, where nothing else is known


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a domain.

    Attributes:
        words: the sentence.
        hint: the id of the misconception that failing exactly there shows, or None.
        exact: whether the words describe all that failed, and nothing that passed.
    """

    words: str
    hint: str | None = None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Condition:
    """Something that holds at some of the corners: which, by number, and in which words."""

    words: str
    holds: frozenset[int]
    about: str
    hint: str | None = None
    is_size: bool = False
    # Corners without it, where it is a size: that a fault does not show in the one layer of one
    # unit is chance.
    rests_on: int = MIN_SHARED


def region(domain: Domain, corners: Sequence[Corner], fails: Sequence[bool]) -> Region:
    """Where it fails.

    Args:
        domain: of the function.
        corners: what was tried; the plainer ones first.
        fails: for each, whether it failed; at least one did.

    Returns:
        The shortest sentence that is true of all of them; or else how many they are, where there
        are none of them, and which is the plainest one.
    """
    failing = frozenset(number for number, failed in enumerate(fails) if failed)
    if len(failing) == len(corners):
        return Region(EVERYWHERE)
    every = frozenset(range(len(corners)))
    # What holds at every corner tells no part of the domain from another.
    factors = [_of_factor(factor, corners) for factor in domain.factors]
    levels = [c for conditions in factors for c in conditions if c.holds < every]
    measured = [_of_measure(measure, corners) for measure in domain.measures]
    # A threshold of one measure before a single value of another: the layer with most inputs, and
    # with more than a bound, may be the only one with five neurons.
    sizes = [
        c for kind in zip(*measured, strict=True) for cs in kind for c in cs if c.holds < every
    ]
    for condition in [*levels, *sizes]:
        if condition.holds == failing:
            return Region(f"only {condition.words}", condition.hint)
    for condition in levels:
        if every - condition.holds == failing:
            return Region(f"everywhere but {condition.words}")
    both = [*levels, *sizes]
    return (
        _of_levels(factors, failing, "only {} or {}")
        or _of_levels(factors, every - failing, "everywhere but {} and {}")
        or _of_two(levels, failing, levels)
        or _of_two(both, failing, levels)
        or _but_for_two(both, every - failing)
        or _of_either(levels, failing)
        or _of_either(both, failing)
        or _within_one(both, failing)
        or _within_likely(both, failing, len(corners))
        or Region(_floor(domain, corners, failing, levels), exact=False)
    )


def _of_factor(factor: Factor, corners: Sequence[Corner]) -> list[_Condition]:
    # Those of the factor, and those that a corner has beside them; of which some say the same.
    found: dict[tuple[str, str | None], list[int]] = {
        (level.words, level.hint): [] for level in factor.levels
    }
    for number, corner in enumerate(corners):
        level = corner.levels[factor.name]
        found.setdefault((level.words, level.hint), []).append(number)
    return [
        _Condition(words, frozenset(holds), factor.name, hint)
        for (words, hint), holds in found.items()
        if words
    ]


def _of_measure(
    measure: Measure, corners: Sequence[Corner]
) -> tuple[list[_Condition], list[_Condition], list[_Condition]]:
    """From a size on, up to a size, and at a size."""
    sizes = [measure.of(corner) for corner in corners]
    values = sorted(set(sizes))

    def condition(words: str, value: float, holds: Sequence[bool]) -> _Condition:
        where = frozenset(number for number, true in enumerate(holds) if true)
        words = words.format(measure.said(value))
        others = len(corners) - len(where)
        return _Condition(words, where, measure.many, is_size=True, rests_on=others)

    return (
        [condition("from {} on", v, [size >= v for size in sizes]) for v in values[1:]],
        [condition("up to {}", v, [size <= v for size in sizes]) for v in values[1:-1]],
        [condition("for {}", v, [size == v for size in sizes]) for v in values],
    )


def _of_levels(
    factors: Sequence[Sequence[_Condition]], wanted: frozenset[int], sentence: str
) -> Region | None:
    """Several levels of one factor that together make up the wanted corners."""
    for levels in factors:
        conditions = [c for c in levels if c.holds and c.holds <= wanted]
        together = {number for condition in conditions for number in condition.holds}
        if 1 < len(conditions) <= MAX_LEVELS and together == wanted:
            *words, last = (condition.words for condition in conditions)
            return Region(sentence.format(", ".join(words), last))
    return None


def _of_two(
    conditions: Sequence[_Condition], failing: frozenset[int], levels: Sequence[_Condition]
) -> Region | None:
    """Two conditions together, unless what passed under one of them has a level to itself that
    tells as well why: where all parameters are zero, and not because there is one example."""
    if len(failing) < MIN_CORNERS:
        return None  # any two levels of a single corner describe it
    around = [c for c in conditions if failing < c.holds]
    fits = _pairs(around, frozenset.intersection, failing)
    if fits is None:
        return None
    first, second = fits
    passing = first.holds - failing
    if second.is_size and any(passing == first.holds & c.holds for c in levels):
        return None
    return Region(f"only {first.words}, and there only {second.words}")


def _but_for_two(conditions: Sequence[_Condition], passing: frozenset[int]) -> Region | None:
    """Two conditions, of which neither may hold."""
    narrow = [c for c in conditions if c.holds < passing and len(c.holds) >= MIN_CORNERS]
    fits = _pairs(narrow, frozenset.union, passing)
    return Region(f"everywhere but {fits[0].words} and {fits[1].words}") if fits else None


def _of_either(conditions: Sequence[_Condition], failing: frozenset[int]) -> Region | None:
    """Two conditions, of which one is enough."""
    narrow = [c for c in conditions if c.holds < failing and len(c.holds) >= MIN_CORNERS]
    fits = _pairs(narrow, frozenset.union, failing)
    return Region(f"only {fits[0].words} or {fits[1].words}") if fits else None


def _within_one(conditions: Sequence[_Condition], failing: frozenset[int]) -> Region | None:
    """The one condition that all that failed has in common, when some that passed has it too."""
    if len(failing) < MIN_SHARED:
        return None
    around = [c for c in conditions if failing < c.holds and c.rests_on >= MIN_SHARED]
    # Of several, one that says what its failing shows says more than a size that they have too.
    telling = [condition for condition in around if condition.hint]
    around = telling if len(telling) == 1 else around
    if not around:
        return None
    narrowest = min(around, key=lambda condition: len(condition.holds))
    # What follows from it, as two layers do from square W, is no second thing in common.
    if not all(c.about == narrowest.about or narrowest.holds <= c.holds for c in around):
        return None
    words = f"only {narrowest.words}, and not everywhere there"
    return Region(words, narrowest.hint, exact=False)


def _pairs(
    conditions: Sequence[_Condition],
    together: Callable[[frozenset[int], frozenset[int]], frozenset[int]],
    wanted: frozenset[int],
) -> tuple[_Condition, _Condition] | None:
    """The two conditions that make up the wanted corners, if no two others do."""
    fits = [
        (first, second)
        for first, second in combinations(conditions, 2)
        if first.about != second.about and together(first.holds, second.holds) == wanted
    ]
    if len({frozenset((first.about, second.about)) for first, second in fits}) != 1:
        return None
    return fits[0]


def _within_likely(
    conditions: Sequence[_Condition], failing: frozenset[int], count: int
) -> Region | None:
    """Of several conditions that all that failed have in common, what is hardly so by chance."""

    def by_chance(condition: _Condition, among: frozenset[int] | None = None) -> float:
        share = len(condition.holds & among) / len(among) if among else len(condition.holds) / count
        return float(share ** len(failing))

    around = [c for c in conditions if failing < c.holds and c.rests_on >= MIN_SHARED]
    first = min(around, key=by_chance, default=None)
    if len(failing) < MIN_SHARED or first is None or by_chance(first) > BY_CHANCE:
        return None
    others = [c for c in around if c.about != first.about]
    second = min(others, key=lambda c: by_chance(c, first.holds), default=None)
    words = f"only {first.words}"
    if second is not None and by_chance(second, first.holds) < BY_CHANCE:
        words += f", and there only {second.words}"
    return Region(f"{words}, and not everywhere there", first.hint, exact=False)


def _floor(
    domain: Domain,
    corners: Sequence[Corner],
    failing: frozenset[int],
    conditions: Sequence[_Condition],
) -> str:
    """How many of the calls fail, the conditions under which none does, and the plainest one."""
    plainest = corners[min(failing)]
    if len(failing) == 1:
        return f"in one of {len(corners)} calls, {_example(domain, plainest, 'it is')}"
    whole = [c for c in conditions if len(c.holds) >= MIN_SHARED and not c.holds & failing]
    none = " or ".join(c.words for c in sorted(whole, key=lambda c: -len(c.holds))[:MAX_WHOLE])
    words = f"in {len(failing)} of {len(corners)} calls, " + (f"none {none}; " if none else "")
    return words + _example(domain, plainest, "for example")


def _example(domain: Domain, corner: Corner, one: str) -> str:
    special = [
        corner.levels[factor.name].words
        for factor in domain.factors
        if factor.name in corner.levels
        and corner.levels[factor.name] != factor.levels[0]
        and corner.levels[factor.name].words
    ]
    if not special:
        return "the plainest one" if one == "it is" else "the plainest one is among them"
    return f"{one} {', '.join(special)}"

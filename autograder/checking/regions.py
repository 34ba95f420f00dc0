"""Where in its domain a function goes wrong, as the shortest sentence that is true.

A sentence is said only when it separates exactly the corners that fail from those that pass, and
no other one of its kind does; or, "and not everywhere there", when what failed has a condition in
common that it hardly has by chance. Where two readings fit the same corners, neither is said.

    >>> from autograder.checking.domain import Factor, Level, covering
    >>> shape = Factor("W", (Level((4, 3)), Level((3, 3), "for square W"), Level((1, 1))))
    >>> sign = Factor("sign", (Level(1), Level(-1, "for negative numbers")))
    >>> domain = Domain((shape, sign))
    >>> corners = covering(domain)
    >>> region(domain, corners, [corner["W"] == (3, 3) for corner in corners]).words
    'only for square W'
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from autograder.checking.conditions import MIN_SHARED, Condition, of_factor, of_measure
from autograder.checking.domain import Corner, Domain

EVERYWHERE = "everywhere"
MAX_LEVELS = 3  # of one factor that a sentence names
MIN_CORNERS = 2  # that two conditions together must describe
# That something a condition can be about, or a pair of them, holds at all that failed, or at
# nothing else, and has nothing to do with it. Of several, those that do by less chance are said.
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
    factors = [of_factor(factor, corners) for factor in domain.factors]
    levels = [c for conditions in factors for c in conditions if c.holds < every]
    measured = [of_measure(measure, corners) for measure in domain.measures]
    # A threshold of one measure before a single value of another: the layer with most inputs, and
    # with more than a bound, may be the only one with five neurons.
    sizes = [
        c for kind in zip(*measured, strict=True) for cs in kind for c in cs if c.holds < every
    ]
    fits = [condition for condition in [*levels, *sizes] if condition.holds == failing]
    # "From two units on" is more than was seen where a single corner, of one unit, passes.
    seen = [condition for condition in fits if condition.rests_on >= MIN_SHARED]
    if seen and not _confounded(fits):
        return Region(f"only {seen[0].words}", seen[0].hint)
    for condition in levels if not fits else []:
        if every - condition.holds == failing:
            return Region(f"everywhere but {condition.words}")
    if fits:  # two readings, and no case that tells which one is true
        return Region(_floor(domain, corners, failing, levels), exact=False)
    both = [*levels, *sizes]
    return (
        _of_levels(factors, failing, "only {} or {}")
        or _of_levels(factors, every - failing, "everywhere but {} and {}")
        or _of_two(levels, failing, levels, len(corners))
        or _of_two(both, failing, levels, len(corners))
        or _but_for_two(both, every - failing, len(corners))
        or _of_either(levels, failing, len(corners))
        or _of_either(both, failing, len(corners))
        or _within_one(both, failing, len(corners))
        or _within_likely(both, failing, len(corners))
        or Region(_floor(domain, corners, failing, levels), exact=False)
    )


def _confounded(fits: Sequence[Condition]) -> bool:
    """Whether the same corners have two things in common, which may each be why they fail.

    A single size between others is hardly why, and of 1 there is a level with words of its own.
    """
    readings = [condition for condition in fits if not condition.is_value]
    return len({condition.about for condition in readings}) > 1


def _of_levels(
    factors: Sequence[Sequence[Condition]], wanted: frozenset[int], sentence: str
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
    conditions: Sequence[Condition],
    failing: frozenset[int],
    levels: Sequence[Condition],
    count: int,
) -> Region | None:
    """Two conditions together, unless what passed under one of them has a level to itself that
    tells as well why: where all parameters are zero, and not because there is one example."""
    around = [c for c in conditions if failing < c.holds]
    fits = _pairs(around, frozenset.intersection, failing, count)
    if fits is None:
        return None
    first, second = fits
    passing = first.holds - failing
    if second.is_size and any(passing == first.holds & c.holds for c in levels):
        return None
    return Region(f"only {first.words}, and there only {second.words}")


def _but_for_two(
    conditions: Sequence[Condition], passing: frozenset[int], count: int
) -> Region | None:
    """Two conditions, of which neither may hold."""
    narrow = [c for c in conditions if c.holds < passing and len(c.holds) >= MIN_CORNERS]
    fits = _pairs(narrow, frozenset.union, passing, count)
    return Region(f"everywhere but {fits[0].words} and {fits[1].words}") if fits else None


def _of_either(
    conditions: Sequence[Condition], failing: frozenset[int], count: int
) -> Region | None:
    """Two conditions, of which one is enough.

    None that would say by itself why it fails, as an array that is read-only does: with another
    one beside it, it does not.
    """
    narrow = [
        c for c in conditions if c.holds < failing and len(c.holds) >= MIN_CORNERS and not c.hint
    ]
    fits = _pairs(narrow, frozenset.union, failing, count)
    return Region(f"only {fits[0].words} or {fits[1].words}") if fits else None


def _within_one(
    conditions: Sequence[Condition], failing: frozenset[int], count: int
) -> Region | None:
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
    if not _is_telling(narrowest, conditions, failing, count):
        return None
    words = f"only {narrowest.words}, and not everywhere there"
    return Region(words, narrowest.hint, exact=False)


def _pairs(
    conditions: Sequence[Condition],
    together: Callable[[frozenset[int], frozenset[int]], frozenset[int]],
    wanted: frozenset[int],
    count: int,
) -> tuple[Condition, Condition] | None:
    """The two conditions that make up the wanted corners, if no two others do, nor by chance."""
    fits = [
        (first, second)
        for first, second in combinations(conditions, 2)
        if first.about != second.about
        and not (first.is_value or second.is_value)
        and together(first.holds, second.holds) == wanted
    ]
    if len({frozenset((first.about, second.about)) for first, second in fits}) != 1:
        return None
    if count - len(wanted) < MIN_SHARED:
        return None
    tried = comb(_kinds(conditions), 2)
    return fits[0] if tried <= BY_CHANCE * comb(count, len(wanted)) else None


def _kinds(conditions: Sequence[Condition]) -> int:
    """How many things conditions are about; of one thing they are not independent."""
    return len({condition.about for condition in conditions})


def _by_chance(holds: frozenset[int], failing: frozenset[int], count: int) -> float:
    """The chance that all that failed lie where something holds which is not why they fail."""
    return comb(len(holds), len(failing)) / comb(count, len(failing))


def _is_telling(
    around: Condition, conditions: Sequence[Condition], failing: frozenset[int], count: int
) -> bool:
    """Whether what holds at all that failed hardly does so by chance, and tells best why.

    That it fails with all activations but one may be why what failed has two examples or more.
    Where most of what has these passed, they have to be that much less a matter of chance.
    """
    chance = _by_chance(around.holds, failing, count)
    every = frozenset(range(count))
    without = [every - c.holds for c in conditions if not (c.is_size or c.holds & failing)]
    rivals = [holds for holds in without if not around.holds <= holds]
    rival = min((_by_chance(holds, failing, count) for holds in rivals), default=1.0)
    mostly = 2 * len(failing) > len(around.holds)
    return _kinds(conditions) * chance <= BY_CHANCE and (mostly or chance <= BY_CHANCE * rival)


def _within_likely(
    conditions: Sequence[Condition], failing: frozenset[int], count: int
) -> Region | None:
    """Of several conditions that all that failed have in common, what is hardly so by chance."""
    around = [c for c in conditions if failing < c.holds and c.rests_on >= MIN_SHARED]
    first = min(around, key=lambda c: _by_chance(c.holds, failing, count), default=None)
    if first is None or len(failing) < MIN_SHARED:
        return None
    if not _is_telling(first, conditions, failing, count):
        return None

    def left(condition: Condition) -> float:
        return _by_chance(condition.holds & first.holds, failing, len(first.holds))

    second = min((c for c in around if c.about != first.about), key=left, default=None)
    words = f"only {first.words}"
    if second is not None and _kinds(conditions) * left(second) < BY_CHANCE:
        words += f", and there only {second.words}"
    return Region(f"{words}, and not everywhere there", first.hint, exact=False)


def _floor(
    domain: Domain,
    corners: Sequence[Corner],
    failing: frozenset[int],
    conditions: Sequence[Condition],
) -> str:
    """How many of the calls fail, the conditions under which none does, and the plainest one."""
    plainest = corners[min(failing)]
    if len(failing) == 1:
        return f"in one of {len(corners)} calls, {_example(domain, plainest, 'it is')}"
    none = " or ".join(c.words for c in _whole(failing, conditions, len(corners)))
    words = f"in {len(failing)} of {len(corners)} calls, " + (f"none {none}; " if none else "")
    return words + _example(domain, plainest, "for example")


def _whole(failing: frozenset[int], conditions: Sequence[Condition], count: int) -> list[Condition]:
    """Under which conditions nothing fails, of most corners first, and hardly so by chance.

    Each beside those before it: where most single layers happened to be linear, that these passed
    says nothing about them. What has a hint, as how arrays lie in memory, tells why it fails there.
    """
    told: list[Condition] = []
    left = frozenset(range(count))
    plain = [condition for condition in conditions if condition.hint is None]
    for condition in sorted(plain, key=lambda c: -len(c.holds)):
        rest = left - condition.holds
        whole = len(condition.holds) >= MIN_SHARED and not condition.holds & failing
        if whole and len(told) < MAX_WHOLE and _by_chance(rest, failing, len(left)) <= BY_CHANCE:
            told.append(condition)
            left = rest
    return told


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

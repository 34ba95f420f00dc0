"""The domain of a function as data, and the few corners of it that stand for all of them.

A function promises to work on a whole domain: every size, every magnitude, every memory layout.
Each of these is a `Factor` with a few `Level`s; a corner has one level of every factor. All
corners together are thousands, but nearly every mistake shows on one level or on two together, so
a *covering array*, in which every pair of levels occurs at least once, meets it with some twenty
(Kuhn, Wallace and Gallo, "Software fault interactions", IEEE TSE 30(6), 2004).

Numbers play no part here: which corners are met is the same for every seed.

    >>> size = Factor("size", (Level(4), Level(1, "for one value"), Level(0, "for no value")))
    >>> sign = Factor("sign", (Level(1), Level(-1, "for negative values")))
    >>> for corner in covering(Domain((size, sign), forbidden=({"size": 0, "sign": -1},))):
    ...     print(corner["size"], corner["sign"])
    4 1
    4 -1
    1 1
    0 1
    1 -1
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import Any


@dataclass(frozen=True, slots=True)
class Level:
    """One value of a factor.

    Attributes:
        value: what it stands for; hashable, and different from the factor's other levels.
        words: what completes "only …" for it ("for square W"); empty where a measure says it.
        hint: the id of the misconception that a failure at exactly this level shows, or None.
    """

    value: Any
    words: str = ""
    hint: str | None = None


@dataclass(frozen=True)
class Factor:
    """One thing that may vary; the first level is the plain one."""

    name: str
    levels: tuple[Level, ...]

    def __post_init__(self) -> None:
        if len({level.value for level in self.levels}) < len(self.levels) or not self.levels:
            raise ValueError(f"factor {self.name!r} needs levels that differ")


class Corner(dict[str, Any]):
    """One level of every factor, which nobody changes: factor's name -> the level's value.

    Attributes:
        levels: factor's name -> level, in the order of the factors.
    """

    def __init__(self, levels: Mapping[str, Level]) -> None:
        super().__init__({name: level.value for name, level in levels.items()})
        self.levels = levels

    def moved(self, factor: str, level: Level) -> "Corner":
        """The corner with another level of one factor."""
        return Corner({**self.levels, factor: level})


@dataclass(frozen=True)
class Measure:
    """A size that a corner has, for sentences such as "for more than 3 neurons".

    Attributes:
        of: the size of a corner.
        many: what is counted, with braces for the number ("{} neurons").
        one: the same for a single one ("one neuron"); empty where there is no plural.
    """

    of: Callable[[Corner], float]
    many: str
    one: str = ""

    def said(self, size: float) -> str:
        """The size in words."""
        return self.one if self.one and size == 1 else self.many.format(f"{size:g}")


@dataclass(frozen=True)
class Domain:
    """Where a function is promised to work.

    Attributes:
        factors: what may vary.
        forbidden: combinations that do not exist: factor's name -> value, all of them together.
        measures: sizes in which a threshold may lie.
        extra: what is too large or too long to be met more than once: the levels in which a
            corner differs from the plain one; they need not be among the factors' own.
    """

    factors: tuple[Factor, ...]
    forbidden: tuple[Mapping[str, Any], ...] = ()
    measures: tuple[Measure, ...] = ()
    extra: tuple[Mapping[str, Level], ...] = ()

    def __post_init__(self) -> None:
        known = {factor.name: {level.value for level in factor.levels} for factor in self.factors}
        if len(known) < len(self.factors):
            raise ValueError("two factors have one name")
        for name in (name for levels in self.extra for name in levels):
            if name not in known:
                raise ValueError(f"there is no factor {name!r} to be extra")
        for combination in self.forbidden:
            for name, value in combination.items():
                if value not in known.get(name, ()):
                    raise ValueError(f"there is no level {value!r} of factor {name!r} to forbid")

    def factor(self, name: str) -> Factor:
        """The factor of that name."""
        return next(factor for factor in self.factors if factor.name == name)

    @property
    def corners(self) -> Sequence[Corner]:
        """Those of the covering array of all pairs, the plainer ones first, and the extra ones."""
        plain = {factor.name: factor.levels[0] for factor in self.factors}
        return [*_corners(self, 2), *(Corner({**plain, **levels}) for levels in self.extra)]

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


def covering(domain: Domain, strength: int = 2) -> Sequence[Corner]:
    """Corners in which every allowed combination of `strength` levels occurs.

    Args:
        domain: what may vary.
        strength: how many factors are taken together: 2 for all pairs.

    Returns:
        The corners, the plainer ones first; the same ones on every call.

    Raises:
        ValueError: no corner is allowed at all.
    """
    return _corners(domain, strength)


# A corner while it is being made: the number of the level of each factor, by factor's number.
_Partial = dict[int, int]


@lru_cache(maxsize=256)
def _corners(domain: Domain, strength: int) -> tuple[Corner, ...]:
    design = _Design(domain, min(strength, len(domain.factors)))
    rows = sorted(design.rows(), key=lambda row: (sum(map(bool, row)), row))
    return tuple(
        Corner(
            {
                factor.name: factor.levels[level]
                for factor, level in zip(domain.factors, row, strict=True)
            }
        )
        for row in rows
    )


class _Design:
    """Makes a covering array, one row at a time, each covering much that is not covered yet.

    The greedy construction of AETG (Cohen, Dalal, Fredman and Patton, IEEE TSE 23(7), 1997)
    without its random choices.
    """

    def __init__(self, domain: Domain, strength: int) -> None:
        self.factors = domain.factors
        self.strength = strength
        self.forbidden = [
            {
                number: self._level(number, combination[factor.name])
                for number, factor in enumerate(domain.factors)
                if factor.name in combination
            }
            for combination in domain.forbidden
        ]
        # Large factors first: their combinations need the most rows, and the small ones fit in.
        self.order = sorted(
            range(len(self.factors)), key=lambda number: -len(self.factors[number].levels)
        )

    def _level(self, number: int, value: Any) -> int:
        return [level.value for level in self.factors[number].levels].index(value)

    def rows(self) -> list[tuple[int, ...]]:
        """The rows of the array."""
        rows = []
        missing = dict.fromkeys(self._combinations())  # in order, unlike a set
        plain = self._completed({}, {})
        if plain is None:
            raise ValueError("no combination of levels is allowed")
        row: _Partial | None = plain
        while row is not None:
            for covered in combinations(sorted(row.items()), self.strength):
                missing.pop(covered, None)
            rows.append(tuple(row[number] for number in range(len(self.factors))))
            row = self._next(missing)
        return rows

    def _next(self, missing: dict[Any, None]) -> _Partial | None:
        while missing:
            start = next(iter(missing))
            row = self._completed(dict(start), missing)
            if row is not None:
                return row
            del missing[start]  # no allowed row has it
        return None

    def _combinations(self) -> Iterator[tuple[tuple[int, int], ...]]:
        for numbers in combinations(self.order, self.strength):
            levels = product(*(range(len(self.factors[number].levels)) for number in numbers))
            for chosen in levels:
                yield tuple(sorted(zip(numbers, chosen, strict=True)))

    def _completed(self, row: _Partial, missing: Mapping[Any, None]) -> _Partial | None:
        """An allowed row with these levels, the others chosen to cover much; None if none is."""
        if any(wrong.items() <= row.items() for wrong in self.forbidden):
            return None
        number = next((number for number in self.order if number not in row), None)
        if number is None:
            return row
        levels = range(len(self.factors[number].levels))
        for level in sorted(levels, key=lambda level: -self._gain(row, number, level, missing)):
            full = self._completed({**row, number: level}, missing)
            if full is not None:
                return full
        return None

    def _gain(self, row: _Partial, number: int, level: int, missing: Mapping[Any, None]) -> int:
        others = combinations(row.items(), self.strength - 1)
        return sum(tuple(sorted([*other, (number, level)])) in missing for other in others)

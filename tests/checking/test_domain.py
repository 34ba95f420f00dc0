"""A covering array meets every combination that is allowed, and is the same every time."""

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checking.domain import Corner, Domain, Factor, Level, covering

sizes = st.lists(st.integers(1, 4), min_size=1, max_size=5)


def plain_domain(levels: list[int], forbidden: tuple[dict[str, Any], ...] = ()) -> Domain:
    factors = tuple(
        Factor(f"f{number}", tuple(Level(value) for value in range(count)))
        for number, count in enumerate(levels)
    )
    return Domain(factors, forbidden)


def all_rows(domain: Domain) -> list[dict[str, Any]]:
    names = [factor.name for factor in domain.factors]
    values = [[level.value for level in factor.levels] for factor in domain.factors]
    rows = [dict(zip(names, row, strict=True)) for row in product(*values)]
    return [row for row in rows if not any(f.items() <= row.items() for f in domain.forbidden)]


def tuples_in(rows: list[dict[str, Any]], strength: int) -> set[Any]:
    return {tuple(t) for row in rows for t in combinations(sorted(row.items()), strength)}


def values_of(corner: Corner) -> dict[str, Any]:
    return {name: level.value for name, level in corner.levels.items()}


@st.composite
def domains(draw: st.DrawFn) -> Domain:
    levels = draw(sizes)
    count = draw(st.integers(0, 3)) if len(levels) > 1 else 0
    forbidden = []
    for _ in range(count):
        numbers = draw(
            st.lists(st.integers(0, len(levels) - 1), min_size=2, max_size=3, unique=True)
        )
        forbidden.append({f"f{n}": draw(st.integers(0, levels[n] - 1)) for n in numbers})
    return plain_domain(levels, tuple(forbidden))


@settings(deadline=None, max_examples=60)
@given(domains(), st.sampled_from([1, 2, 3]))
def test_every_allowed_combination_is_met(domain: Domain, strength: int) -> None:
    allowed = all_rows(domain)
    if not allowed:
        with pytest.raises(ValueError, match="no combination"):
            covering(domain, strength)
        return
    strength = min(strength, len(domain.factors))
    met = [values_of(corner) for corner in covering(domain, strength)]
    assert all(row in allowed for row in met)
    assert tuples_in(met, strength) == tuples_in(allowed, strength)
    assert len(met) <= len(allowed)


def test_the_plain_corner_comes_first_and_the_array_is_small() -> None:
    domain = plain_domain([5, 5, 4, 3, 2])
    rows = domain.corners
    assert set(values_of(rows[0]).values()) == {0}
    assert len(rows) <= 32  # 25 is the least for two factors of five levels
    other = plain_domain([5, 5, 4, 3, 2])
    assert [values_of(row) for row in other.corners] == [values_of(row) for row in rows]


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="levels that differ"):
        Factor("rate", (Level(1.0), Level(1.0)))
    with pytest.raises(ValueError, match="one name"):
        Domain((Factor("rate", (Level(1.0),)), Factor("rate", (Level(1.0),))))
    with pytest.raises(ValueError, match="no level 2"):
        plain_domain([2, 2], ({"f0": 2},))

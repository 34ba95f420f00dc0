"""The sentence on where a function fails is short, and never false."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.checking.domain import Corner, Domain, Factor, Level, Measure
from autograder.checking.regions import EVERYWHERE, region

DOMAIN = Domain(
    (
        Factor(
            "W",
            (
                Level((4, 3), "for tall W"),
                Level((3, 3), "for square W"),
                Level((2, 5), "for wide W"),
                Level((3, 17)),
                Level((2, 1)),
            ),
        ),
        Factor(
            "rate",
            (
                Level(0.1, "when the rate is 0.1"),
                Level(0.0, "when the rate is 0"),
                Level(2.5, "when the rate is 2.5"),
            ),
        ),
        Factor(
            "call",
            (
                Level("first", "on the first call"),
                Level("twin", "on the second call with the same shapes", "keeps-state"),
            ),
        ),
    ),
    measures=(Measure(lambda corner: corner["W"][1], "{} neurons", "one neuron"),),
)


def where(bug: Callable[[Corner], bool]) -> str:
    return region(DOMAIN, DOMAIN.corners, [bug(corner) for corner in DOMAIN.corners]).words


@pytest.mark.parametrize(
    ("bug", "words"),
    [
        (lambda c: True, EVERYWHERE),
        (lambda c: c["W"] == (3, 3), "only for square W"),
        (lambda c: c["W"][1] >= 13, "only for more than 5 neurons"),
        (lambda c: c["W"][1] >= 4, "only for more than 3 neurons"),
        (lambda c: c["W"][1] <= 1, "only for one neuron"),
        (lambda c: c["W"][1] <= 4, "only for fewer than 5 neurons"),
        (lambda c: not c["rate"], "only when the rate is 0"),
        (lambda c: c["call"] == "twin", "only on the second call with the same shapes"),
        (lambda c: c["W"] != (3, 3), "everywhere but for square W"),
        (lambda c: c["W"] in ((4, 3), (2, 5)), "only for tall W or for wide W"),
        (lambda c: c["W"] not in ((3, 3), (2, 5)), "everywhere but for square W and for wide W"),
        (
            lambda c: c["W"] != (3, 3) and c["rate"] != 2.5,
            "everywhere but for square W and when the rate is 2.5",
        ),
        (
            lambda c: c["call"] == "twin" and c["W"][1] < 4,
            "only on the second call with the same shapes, and there only for fewer than 5 neurons",
        ),
    ],
)
def test_the_sentence(bug: Callable[[Corner], bool], words: str) -> None:
    assert where(bug) == words


def test_the_hint_of_a_level_is_its_own() -> None:
    fails = [corner["call"] == "twin" for corner in DOMAIN.corners]
    assert region(DOMAIN, DOMAIN.corners, fails).hint == "keeps-state"


def test_what_is_so_at_every_corner_is_no_part() -> None:
    layout = Factor("layout", (Level("C", "for arrays stored row by row"),))
    size = Factor("size", tuple(Level(number, f"for {number} rows") for number in range(9)))
    domain = Domain((size, layout))
    fails = [corner["size"] in (0, 2, 3, 5, 6) for corner in domain.corners]
    assert "the plainest one is among them" in region(domain, domain.corners, fails).words


def test_a_threshold_comes_before_a_single_size_of_another_kind() -> None:
    """The layer with most inputs is the only one with five neurons, which decides nothing."""
    sizes = Factor("W", tuple(map(Level, [(4, 3), (3, 2), (1040, 5), (6, 70)])))
    measures = tuple(
        Measure(lambda corner, axis=axis: corner["W"][axis], words)
        for axis, words in ((1, "{} neurons"), (0, "{} inputs"))
    )
    domain = Domain((sizes,), measures=measures)
    fails = [corner["W"][0] * corner["W"][1] > 1000 for corner in domain.corners]
    assert region(domain, domain.corners, fails).words == "only for more than 6 inputs"


def test_of_two_readings_of_the_same_corners_none_is_said() -> None:
    nets = Factor("net", (Level((4, 2)), Level((3, 3), "for square W"), Level((2, 2), "for few")))
    outputs = Measure(lambda corner: corner["net"][1], "{} outputs")
    fails = [corner["net"] == (3, 3) for corner in Domain((nets,)).corners]
    for measures, words in (((), "only for square W"), ((outputs,), "in one of 3 calls")):
        domain = Domain((nets,), measures=measures)
        assert region(domain, domain.corners, fails).words.startswith(words)


def test_what_failed_has_a_size_in_common_by_chance() -> None:
    sizes = Factor("net", tuple(map(Level, range(1, 9))))
    rates = Factor("rate", (Level(1, "for one"), Level(2, "for two")))
    measure = Measure(lambda corner: corner["net"], "{} layers")
    domain = Domain((sizes, rates), measures=(measure,))
    fails = [c["net"] in (2, 3, 5) and c["rate"] == 2 for c in domain.corners]
    assert "layers" not in region(domain, domain.corners, fails).words.partition(";")[0]


def test_one_passing_corner_is_no_size_from_which_on_it_fails() -> None:
    nets = Factor("net", tuple(map(Level, [(4, 3), (3, 2), (2, 4), (1, 1)])))
    domain = Domain((nets,), measures=(Measure(lambda corner: corner["net"][1], "{} units"),))
    fails = [corner["net"] != (1, 1) for corner in domain.corners]
    assert region(domain, domain.corners, fails).words.startswith("in 3 of 4 calls")


def test_where_nothing_fails_is_not_said_of_what_follows() -> None:
    kind = Factor("kind", (Level("a"), Level("b", "for b")))
    layout = Factor("layout", (Level("C"), Level("read-only", "for read-only arrays")))
    corners = [
        Corner({"kind": kind.levels[n > 3], "layout": layout.levels[n > 5]}) for n in range(9)
    ]
    words = region(Domain((kind, layout)), corners, [n in (0, 2, 3) for n in range(9)]).words
    assert words.startswith("in 3 of 9 calls, none for b; ")


def claims(words: str, corner: Corner) -> bool:
    """Whether an exact sentence holds at a corner, read back from its words."""
    negated = words.startswith("everywhere but ")
    words = words.removeprefix("everywhere but ").removeprefix("only ")
    words = words.replace(" and when", " or when").replace(" and on", " or on")
    words = words.replace(" and for", " or for").replace(" and from", " or from")
    words = words.replace(" and up", " or up")
    if words == EVERYWHERE:
        return True
    holds = all(
        any(one(part, corner) for part in both.replace(", for", " or for").split(" or "))
        for both in words.split(", and there only ")
    )
    return holds != negated


def one(words: str, corner: Corner) -> bool:
    known = {level.words: level for factor in DOMAIN.factors for level in factor.levels}
    if words in known:
        return known[words] in corner.levels.values()
    neurons: Any = corner["W"][1]
    number = 1 if "one" in words else int("".join(filter(str.isdigit, words)))
    if words.startswith("from"):
        return bool(neurons >= number)
    if "than" in words:
        return bool(neurons > number if "more" in words else neurons < number)
    return bool(neurons <= number if words.startswith("up to") else neurons == number)


@given(st.sets(st.integers(0, len(DOMAIN.corners) - 1), min_size=1))
def test_an_exact_sentence_holds_where_it_fails_and_nowhere_else(failing: set[int]) -> None:
    corners = DOMAIN.corners
    found = region(DOMAIN, corners, [number in failing for number in range(len(corners))])
    if found.exact:
        assert {n for n, corner in enumerate(corners) if claims(found.words, corner)} == failing
    else:
        if found.words.endswith(", and not everywhere there"):
            said = found.words.removesuffix(", and not everywhere there")
            assert failing < {n for n, corner in enumerate(corners) if claims(said, corner)}
        else:
            count, _, rest = found.words.partition(f" of {len(corners)} calls, ")
            assert len(failing) == int(count.removeprefix("in ").replace("one", "1"))
            none, told, _ = rest.removeprefix("none ").partition("; ")
            assert not told or not any(claims(none, corners[n]) for n in failing)

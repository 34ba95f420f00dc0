"""What shows that something was kept from an earlier call, and what does not."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from autograder.catalogue import Failed
from autograder.checking.conduct import judge_conduct
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.judging import judge_values
from autograder.checking.numbers import one_number, several_parts
from autograder.checking.probe import LAYOUT, REPETITION, TWIN, Expected, Probe
from autograder.checking.sameness import same
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.remote import RemoteStudent

LABELS = Probe(
    "labels",
    Domain((Factor("size", (Level(5), Level(8, "for 8 entries"))), LAYOUT, REPETITION)),
    lambda rng, corner: (rng.normal(size=corner["size"]),),
    lambda a: Expected(np.argsort(a), 0.0),
)
POSITIVES = replace(LABELS, function="positives", truth=lambda a: Expected(a > 0, 0.0))
PAIR = replace(
    LABELS,
    function="pair",
    truth=lambda a: {"low": Expected(a.min(keepdims=True), 0.0), "order": Expected(a > 0, 0.0)},
    unpack=several_parts("low", "order"),
)


def said_of(probe: Probe, function: object) -> tuple[str, str | None] | None:
    """What is said of a function's values or conduct, and the diagnosis; None of a right one."""
    cases, program = probe.asks(np.random.default_rng(1))
    backend = NotebookBackend({"e": [probe.function]}, {probe.function: function})
    answers = RemoteStudent(backend).run(program)
    try:
        judge_values(probe, cases, answers)
        judge_conduct(probe, cases, answers)
    except Failed as failed:
        return failed.finding.observed, failed.finding.diagnosis
    return None


def sometimes(first: object, later: object) -> object:
    """A function that is the second one on its second call only."""
    calls: list[object] = []

    def function(a: np.ndarray) -> object:
        calls.append(a)
        return (later if len(calls) == 2 else first)(a)

    return function


SCALED = replace(
    LABELS,
    function="scaled",
    domain=Domain(
        (
            Factor("size", (Level(5), Level(8, "for 8 entries"), Level(3, "for 3 entries"))),
            Factor("factor", (Level(2.0), Level(3.0, "for a factor of 3"))),
            LAYOUT,
            REPETITION,
        )
    ),
    draw=lambda rng, corner: (rng.normal(size=corner["size"]), corner["factor"]),
    truth=lambda a, factor: Expected(factor * (a - a.mean()), 1e-9),
)


def kept(where: Callable[..., object]) -> object:
    """A mean that is found once for each `where(a, factor)`, and makes no answer of an earlier."""
    means: dict[object, float] = {}
    return lambda a, factor: factor * (a - means.setdefault(where(a, factor), a.mean()))


@pytest.mark.parametrize(
    "where", [lambda a, factor: (a.size, factor), lambda a, factor: a.size], ids=["both", "one"]
)
def test_what_was_kept_on_the_way_is_told_from_a_mistake_in_part(
    where: Callable[..., object],
) -> None:
    said = said_of(SCALED, kept(where))
    assert said and said[1] == "keeps-state"
    sometimes_wrong = said_of(
        SCALED, lambda a, factor: factor * (a - (a.mean() if a[0] > 0 else 0))
    )
    assert sometimes_wrong and sometimes_wrong[1] != "keeps-state"


@pytest.mark.parametrize(
    ("probe", "function"),
    [
        (LABELS, np.argsort),
        (LABELS, lambda a: np.argsort(a).astype(np.uint8)),
        (POSITIVES, lambda a: a > 0),
        (PAIR, lambda a: [a.min(keepdims=True), a > 0]),
    ],
)
def test_whole_numbers_and_truth_values_are_right_as_such(probe: Probe, function: object) -> None:
    assert said_of(probe, function) is None


@pytest.mark.parametrize(
    ("probe", "function", "words", "diagnosis"),
    [
        (LABELS, lambda a: np.argsort(a) * 1.0, "has dtype float64", "wrong-dtype"),
        (LABELS, lambda a: a > 0, "has dtype bool", "wrong-dtype"),
        (LABELS, lambda a: np.argsort(a)[None], "has shape (1, 5)", "wrong-shape"),
        (LABELS, lambda a: np.argsort(a) + 1, "wrong at 5 of 5 places", None),
        (LABELS, sometimes(np.argsort, lambda a: np.argsort(a) * 1.0), "", "keeps-state"),
        (POSITIVES, lambda a: (a > 0).astype(int), "has dtype int64", "wrong-dtype"),
        (POSITIVES, lambda a: a < 0, "wrong at 5 of 5 places", None),
        (PAIR, lambda a: {"low": a}, "is a dict", "wrong-type"),
        (PAIR, lambda a: (a.min(keepdims=True),), "has length 1", "wrong-count"),
    ],
)
def test_what_is_wrong_with_them_is_said(
    probe: Probe, function: object, words: str, diagnosis: str | None
) -> None:
    said = said_of(probe, function)
    assert said is not None
    assert words in said[0]
    assert said[1] == diagnosis


def test_a_truth_without_a_name_goes_by_that_of_the_only_number() -> None:
    one = replace(SHARE, truth=lambda a: Expected(np.asarray(np.mean(a > 0)), 1e-12))
    assert said_of(one, lambda a: float(np.mean(a > 0))) is None
    said = said_of(one, lambda a: 2 * float(np.mean(a > 0)))
    assert said is not None
    assert "the share" in said[0]
    assert "[]" not in said[0]


def test_a_truth_with_parts_that_nothing_unpacks_is_said() -> None:
    other = replace(SHARE, truth=lambda a: {"mean": Expected(np.asarray(0.5), 1e-12)})
    with pytest.raises(ValueError, match=r"share has the parts mean, .* unpacks has the share"):
        said_of(other, lambda a: 0.5)


SIZE = Factor("size", tuple(Level(size, f"for {size} entries") for size in (5, 7, 10)))
POSITIVE = Factor("positive", tuple(Level(count) for count in (1, 2, 3)))


def drawn(rng: np.random.Generator, corner: Corner) -> tuple[np.ndarray]:
    a = -np.ones(corner["size"])
    a[: corner["positive"] + (corner[REPETITION.name] == TWIN)] = 1.0
    return (rng.permutation(a),)


SHARE = Probe(
    "share",
    Domain((SIZE, POSITIVE, LAYOUT, REPETITION)),
    drawn,
    lambda a: {"the share": Expected(np.asarray(np.mean(a > 0)), 1e-12)},
    one_number("the share"),
)


def asked(function: object) -> tuple[object, object]:
    cases, program = SHARE.asks(np.random.default_rng(1))
    return cases, RemoteStudent(NotebookBackend({"e": ["share"]}, {"share": function})).run(program)


def next_share(a: np.ndarray) -> float:
    return float((np.sum(a > 0) + 1) / a.size)


def test_a_wrong_share_that_is_right_for_another_call_shows_nothing() -> None:
    judged = asked(next_share)
    judge_conduct(SHARE, *judged)
    with pytest.raises(Failed):
        judge_values(SHARE, *judged)


def test_other_wrong_answers_each_time_cost_what_the_same_ones_cost() -> None:
    calls = 0

    def drifting(a: np.ndarray) -> np.ndarray:
        nonlocal calls
        calls += 1
        return np.argsort(a) + (calls if calls > 1 else 0)

    cases, program = LABELS.asks(np.random.default_rng(1))
    backend = NotebookBackend({"e": ["labels"]}, {"labels": drifting})
    answers = RemoteStudent(backend).run(program)
    with pytest.raises(Failed, match=r"off|wrong"):
        judge_values(LABELS, cases, answers)
    with pytest.raises(Failed):
        judge_conduct(LABELS, cases, answers)


def test_a_share_that_is_kept_is_told() -> None:
    kept: dict[int, float] = {}
    judged = asked(lambda a: kept.setdefault(a.size, float(np.mean(a > 0))))
    with pytest.raises(Failed) as failed:
        judge_conduct(SHARE, *judged)
    assert failed.value.finding.diagnosis == "keeps-state"


@pytest.mark.parametrize("dtype", [bool, "U1", "M8[s]", complex, np.float32])
def test_arrays_of_any_kind_can_be_compared(dtype: object) -> None:
    first, second = np.array([0, 1]).astype(dtype), np.array([1, 1]).astype(dtype)
    assert same(first, first.copy())
    assert not same(first, second)


def test_what_was_changed_is_named() -> None:
    weights = Probe(
        "total",
        Domain((Factor("size", (Level(2), Level(3, "for three"))), LAYOUT, REPETITION)),
        lambda rng, corner: (1.0, {"b1": np.zeros(1), "W1": rng.normal(size=corner["size"])}),
        lambda rate, params: Expected(np.asarray(params["W1"].sum()), 1e-12),
        unpack=one_number("the total"),
    )

    def total(rate: float, params: dict[str, np.ndarray]) -> float:
        found = float(params["W1"].sum())
        params["W1"] *= 2.0
        return found

    said, diagnosis = said_of(weights, total) or ("", "")
    assert said.startswith("total changes its second argument, at ['W1']")
    assert diagnosis == "changes-its-arguments"

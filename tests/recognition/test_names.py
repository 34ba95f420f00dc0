"""What is named, and above all what is not."""

import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.recognition import IDEAS
from tests.corpora import FOLDERS, Overlay, wrong_overlays
from tests.validity.in_process import assignment, solutions, student_of, student_with, with_overlay

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::DeprecationWarning")
FUNCTIONS = [name for names in ASSIGNMENT.exercises.values() for name in names]
OVERLAYS = [
    overlay
    for overlay in wrong_overlays()
    # Code that does not end, or ends the process, is no company for a test.
    if overlay.function != "PREDICTIONS" and not {"hangs", "process-died"} & set(overlay.diagnoses)
]


@pytest.fixture(scope="module")
def named() -> list[tuple[Overlay, str | None]]:
    return [(o, IDEAS.recognise(o.function, student_of(with_overlay(o)))) for o in OVERLAYS]


def test_a_wrong_submission_is_never_given_a_wrong_name(
    named: list[tuple[Overlay, str | None]],
) -> None:
    wrong = {o.name: name for o, name in named if name not in {None, *o.diagnoses}}
    assert wrong == {}


def test_most_wrong_numbers_are_given_a_name(named: list[tuple[Overlay, str | None]]) -> None:
    # The others return nothing, change what they were given, share memory, raise …: checks say so.
    # What is wrong in one part of the domain only is told by that part (`only-in-part`).
    everywhere = [name for overlay, name in named if "only-in-part" not in overlay.diagnoses]
    assert sum(map(bool, everywhere)) > 0.7 * len(everywhere)


@pytest.mark.parametrize("lesson", FOLDERS)
def test_a_right_function_is_given_no_name(lesson: str) -> None:
    recognise = assignment(lesson).recognise
    for function in assignment(lesson).functions():
        assert recognise(function, student_of(solutions(lesson), lesson)) is None, function


def _blurred(function: Callable[..., Any], seed: int, size: float) -> Callable[..., Any]:
    """The right values, each multiplied by a fixed number of its own near 1."""

    def blur(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: blur(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)(blur(item) for item in value)
        own = [seed, *np.atleast_1d(value).astype(float).tobytes()]
        noise = 1 + size * np.random.default_rng(own).standard_normal(np.shape(value))
        return value * noise

    return lambda *args: blur(function(*args))


def _mixed(seed: int) -> Callable[[Any], Any]:
    """A random mixture of functions of one number."""
    weights = np.random.default_rng(seed).standard_normal(5)
    shapes: list[Callable[[Any], Any]] = [
        np.sin,
        np.tanh,
        np.arctan,
        np.cos,
        lambda a: a * np.exp(-(a**2)),
    ]
    return lambda a: sum(w * f(a) for w, f in zip(weights, shapes, strict=True))


SEEDS = range(30)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("function", ["sigmoid", "sigmoid_grad", "tanh_grad"])
def test_a_random_mixture_is_given_no_name(function: str, seed: int) -> None:
    assert IDEAS.recognise(function, student_with(**{function: _mixed(seed)})) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_right_values_with_noise_are_given_no_name(seed: int) -> None:
    size = 10.0 ** -(seed % 10)
    noisy = [
        name for name in FUNCTIONS if name not in {"PREDICTIONS", "init_params", "normal_init"}
    ]
    for function in noisy:
        student = student_with(**{function: _blurred(solutions()[function], seed, size)})
        if function in {"zeros_init", "constant_init"}:
            assert IDEAS.recognise(function, student) in {None, "not-constant"}
        else:
            assert IDEAS.recognise(function, student) is None, function


HOSTILE: list[Any] = [
    None,
    True,
    10**400,
    -0.0,
    float("nan"),
    "W1",
    b"\0",
    [],
    {},
    (),
    [None] * 3,
    [[1.0], [2.0, 3.0]],
    np.empty((0, 3)),
    np.full((4, 3), np.nan),
    np.full((7, 3), np.inf),
    np.full((4, 3), 1e300),
    np.full((5, 4), 1e-320),
    np.zeros((3, 3), dtype=complex),
    np.zeros(3, dtype="datetime64[s]"),
    np.array(["W1"]),
    np.array(1.0),
    {"W1": 1.0},
    {"W2": np.ones((3, 2)), 3: None},
    {"W1": np.ones((2, 2, 2)), "b1": [1, "a"], "W2": np.nan, "b2": None},
    ({"W1": np.ones((4, 3))}, [None, np.ones(3)]),
    [np.ones((6, 3)), np.full((6, 2), np.nan)],
    (np.ones((4, 3)), np.ones(3), np.full((7, 4), 1e308)),
    [{"W1": np.ones((4, 3)), "b1": np.ones(3), "W2": np.ones((3, 2)), "b2": np.ones(2)}] * 5,
    [0.5] * 2000,
]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_hostile_values_end_in_no_error(function: str) -> None:
    for value in HOSTILE:
        IDEAS.recognise(function, student_with(**{function: lambda *args, v=value, **options: v}))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_values_that_change_their_kind_end_in_no_error(function: str) -> None:
    rng = np.random.default_rng(5)

    def changing(*args: Any, **options: Any) -> Any:
        with contextlib.suppress(Exception):
            if rng.random() < 0.7:
                return solutions()[function](*args, **options)
        return HOSTILE[int(rng.integers(len(HOSTILE)))]

    for _ in range(20):
        IDEAS.recognise(function, student_with(**{function: changing}))

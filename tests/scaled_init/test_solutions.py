"""The solutions get everything on every seed and salt, the stubs nothing, and bounds have room."""

import os
from pathlib import Path

import pytest

from autograder.assignments.scaled_init.domains.dead_fraction import DEAD_FRACTION
from autograder.assignments.scaled_init.domains.elementwise import RELU, RELU_GRAD
from autograder.assignments.scaled_init.domains.stacks import FORWARD_DEEP, GRADIENT, SIGNAL
from autograder.assignments.scaled_init.predictions import what_happens
from autograder.authoring.denser import share_of_bounds
from autograder.checking.cases import Numbers
from autograder.checking.probe import Probe
from autograder.grading.submission import grade
from autograder.model import Outcome
from tests.scaled_init.students import (
    EXERCISES,
    SOLUTIONS,
    assignment,
    lost,
    results,
    solutions,
    student_of,
    wrong,
)
from tests.validity.margins import FACTOR

MANY = range(2000 if os.environ.get("AUTOGRADER_ALL_SEEDS") else 20)


def test_a_hundred_points_and_some_for_every_name() -> None:
    assert assignment().max_score == 100.0
    assert assignment().functions() <= set(assignment().points())


@pytest.mark.parametrize("salt", [b"", b"a secret"])
def test_the_solutions_get_everything(salt: bytes) -> None:
    assert lost(results(solutions(), 0, salt)) == {}


@pytest.mark.thorough
@pytest.mark.parametrize("salt", [b"", b"a secret", b"another"])
def test_the_solutions_get_everything_on_every_seed(salt: bytes) -> None:
    for seed in MANY:
        assert lost(results(solutions(), seed, salt)) == {}


def test_a_student_process_gives_the_same_points(tmp_path: Path) -> None:
    assert grade(SOLUTIONS, "scaled_init").score == 100.0
    stubs = grade(EXERCISES, "scaled_init")
    assert stubs.score == 0.0
    assert not [check.id for check in stubs.checks if check.outcome is Outcome.BROKEN]


@pytest.mark.parametrize(
    "probe",
    [RELU, RELU_GRAD, FORWARD_DEEP, SIGNAL, GRADIENT, DEAD_FRACTION],
    ids=lambda probe: probe.function,
)
def test_right_answers_are_far_from_their_bounds(probe: Probe) -> None:
    # Sums in another order, and slopes by another formula.
    others = wrong(
        "_forward = forward_deep\n"
        "def forward_deep(params, X, activation):\n"
        "    a, h = [], [X]\n"
        "    for k in range(1, len(params) // 2 + 1):\n"
        "        a.append(sum(h[-1][:, i, None] * params[f'W{k}'][i] for i in\n"
        "                 reversed(range(h[-1].shape[1]))) + params[f'b{k}'])\n"
        "        h.append({'tanh': np.tanh, 'relu': relu, 'linear': np.copy}[activation](a[-1]))\n"
        "    return a, h\n"
        "def relu(a):\n    return 0.5 * (a + np.abs(a))\n"
    )
    for names in (solutions(), others):
        assert share_of_bounds(student_of(names), probe, Numbers) * FACTOR <= 1.0


def test_predictions_are_what_happens() -> None:
    assert what_happens() == solutions()["PREDICTIONS"]

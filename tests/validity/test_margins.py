"""How near right code comes to the bounds of the checks, over many draws.

A few draws here; `AUTOGRADER_ALL_SEEDS=1` makes it 20,000. For bounds on values
it is a tenth of that: `python -m tests.validity.margins 20000` makes them all, in half an hour.
"""

import os
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.checks import normal_init, saturation, symmetry
from autograder.authoring.bench import Bench
from autograder.authoring.trials import shares_of_bounds
from autograder.checking.chance import ALPHA
from autograder.numerics import Array
from tests.corpora import SOLUTIONS, Overlay, as_scripts, right_overlays
from tests.validity.in_process import solutions, student_of
from tests.validity.judging import in_parallel
from tests.validity.margins import FACTOR, shares

DRAWS = 20_000 if os.environ.get("AUTOGRADER_ALL_SEEDS") else 30
# P(z > 9) = 1e-19 for a mean of hundreds of numbers; few draws leave the deviation uncertain.
DEVIATIONS = 9.0


def asked(asks: Callable[[Cases], Any], seed: int) -> tuple[Any, Any]:
    """What is drawn, and what the solutions answer."""
    drawn, program = asks(Cases(np.random.default_rng([19, seed])))
    return drawn, student_of(solutions()).run(program)


@pytest.mark.parametrize("asks", [symmetry.from_zero, symmetry.from_constant])
def test_equal_starts_are_far_from_their_bounds(asks: Callable[[Cases], Any]) -> None:
    apart, moved, frozen = 0.0, np.inf, 0.0
    for seed in range(DRAWS):
        plans, answers = asked(asks, seed)
        for plan, history in zip(plans, symmetry.histories(plans, answers), strict=True):
            for params in history:
                gaps = [symmetry.apart(params, layer + 1) for layer in range(len(plan.sizes) - 2)]
                apart = max(apart, *gaps)
            ways, depth = symmetry.moved(history), len(plan.sizes) - 1
            if asks is symmetry.from_zero and plan.activation == "tanh":
                moved = min(moved, ways[f"b{depth}"])
                frozen = max(frozen, *(way for name, way in ways.items() if name != f"b{depth}"))
            else:
                moved = min(moved, ways["W1"], ways[f"W{depth}"])
    assert apart * FACTOR < symmetry.IDENTICAL
    assert moved > FACTOR * symmetry.MOVED
    assert frozen * FACTOR < symmetry.IDENTICAL


def test_random_starts_are_far_from_their_bounds() -> None:
    moved, updates, gap = np.inf, np.inf, np.inf
    for seed in range(DRAWS):
        plans, answers = asked(symmetry.from_random, seed)
        for history in symmetry.histories(plans, answers):
            ways = symmetry.moved(history)
            moved = min(moved, ways["W1"], ways["W2"])
            updates = min(updates, symmetry.own_updates(history))
            gap = min(gap, *(symmetry.smallest_gap(params["W1"]) for params in history))
    assert moved > FACTOR * symmetry.MOVED
    assert updates > FACTOR * symmetry.IDENTICAL
    # P(gap < t) goes with the eighth power of t: 2e-24 at the bound, 1e-10 at 50 times the bound.
    assert gap > 50 * symmetry.DISTINCT


def drawn_layers(plan: saturation.Plan, activation: str) -> list[tuple[float, float]]:
    """(saturated share, mean slope over the largest) of layers as a right student makes them."""
    fan_in, std = plan
    layers = []
    for seed in range(max(DRAWS, 400) // 10):
        rng = np.random.default_rng([fan_in, seed])
        X = rng.standard_normal((saturation.EXAMPLES, fan_in))
        a: Array = X @ rng.normal(0.0, std, (fan_in, saturation.NEURONS))
        h = 1.0 / (1.0 + np.exp(-np.clip(a, -700, 700))) if activation == "sigmoid" else np.tanh(a)
        layers.append((saturation.saturated(h, activation), saturation.slope_share(a, activation)))
    return layers


def deviations(values: Any, bound: float) -> float:
    """How many standard deviations lie between the mean and the bound."""
    return float(abs(np.mean(values) - bound) / max(float(np.std(values)), 1e-12))


@pytest.mark.parametrize("activation", saturation.ACTIVATIONS)
def test_saturation_is_far_from_its_bounds(activation: str) -> None:
    share, slope = np.array(drawn_layers(saturation.HEALTHY, activation)).T
    assert deviations(share, 0.10) > DEVIATIONS
    assert deviations(slope, 0.5) > DEVIATIONS
    share, slope = np.array(drawn_layers(saturation.LARGE, activation)).T
    assert deviations(share, 0.75) > DEVIATIONS
    assert deviations(slope, 0.10) > DEVIATIONS


@pytest.mark.parametrize("activation", saturation.ACTIVATIONS)
def test_growing_saturation_is_far_from_its_bounds(activation: str) -> None:
    few, more, most = (
        np.array(drawn_layers(plan, activation))[:, 0] for plan in saturation.GROWING
    )
    assert deviations(few, 0.6) > DEVIATIONS
    assert deviations(most, 0.6) > DEVIATIONS
    assert deviations(more - few, 0.1) > DEVIATIONS
    assert deviations(most - few, 0.1) > DEVIATIONS


def share_taken_up(bench: Bench, overlay: Overlay | None) -> dict[str, float]:
    """Function -> the share of its bounds that a right file's answers, or the solution's, take."""
    files = overlay.files() if overlay else as_scripts(bench.solutions)
    with bench.student(files) as student:
        return shares_of_bounds(bench, student, overlay)


def test_right_answers_are_far_from_their_bounds() -> None:
    worst: dict[str, float] = {}
    for taken_up in in_parallel(share_taken_up, [None, *right_overlays()]):
        for function, share in taken_up.items():
            worst[function] = max(share, worst.get(function, 0.0))
    assert len(worst) >= 15
    assert {name: share for name, share in worst.items() if share * FACTOR > 1.0} == {}


def test_solutions_are_far_from_the_bounds_on_values() -> None:
    found = shares(range(DRAWS // 10))
    assert len(found) >= 20
    assert {name: share for name, share in found.items() if share[0] * FACTOR > 1.0} == {}


def test_the_readme_states_how_likely_right_draws_are_refused() -> None:
    assert normal_init.BOUNDS * ALPHA < 4e-10
    readme = (SOLUTIONS.parents[1] / "README.md").read_text(encoding="utf-8")
    assert f"{normal_init.BOUNDS} bounds of {ALPHA:.0e} each" in readme

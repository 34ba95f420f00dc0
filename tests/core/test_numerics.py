"""The rulers are measured themselves, against the definitions and against chance."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.assignments.weight_init import at_once, network
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.stacks import FEW, filled_up, stacked
from autograder.numerics import (
    correlation_bound,
    largest_gap,
    law_bound,
    mean_bound,
    normal_distance,
    normwise,
    slope,
    variance_bounds,
)

seeds = st.integers(0, 2**32 - 1)


@given(seeds, st.floats(-3, 3).filter(lambda c: abs(c) > 1e-3))
def test_normwise_is_the_relative_distance(seed: int, factor: float) -> None:
    x = np.random.default_rng(seed).standard_normal((3, 4))
    assert normwise(x, x) == 0.0
    assert normwise(factor * x, x) == pytest.approx(abs(factor - 1), abs=1e-12)


def test_normwise_of_nothing_expected_is_absolute() -> None:
    assert normwise(np.full(4, 2.0), np.zeros(4)) == 4.0


@given(st.floats(-20, 20))
def test_the_complex_step_is_exact(x: float) -> None:
    assert slope(np.sin, np.array([x]))[0] == pytest.approx(math.cos(x), abs=1e-15)


@given(st.floats(-1000, 1000))
def test_slopes_of_activations_agree_with_the_formulas(a: float) -> None:
    h = float(network.logistic(np.array(a)))
    assert network.activation_slope(np.array([a]), "sigmoid")[0] == pytest.approx(
        h * (1 - h), abs=1e-14
    )
    t = math.tanh(a)
    assert network.activation_slope(np.array([a]), "tanh")[0] == pytest.approx(1 - t * t, abs=1e-14)


@settings(max_examples=25, deadline=None)
@given(
    seeds, st.sampled_from(["sigmoid", "tanh"]), st.lists(st.integers(1, 5), min_size=2, max_size=5)
)
def test_slopes_of_the_loss_agree_with_differences(
    seed: int, activation: str, sizes: list[int]
) -> None:
    case = Cases(np.random.default_rng(seed)).network(sizes, 4, activation)
    step = 1e-5

    def loss(params: dict[str, np.ndarray]) -> float:
        outputs = network.forward_pass(params, case.X, activation)[1][-1]
        return float(network.squared_error(outputs, case.y))

    for name, array in case.params.items():
        at = tuple(0 for _ in array.shape)
        up, down = array.copy(), array.copy()
        up[at] += step
        down[at] -= step
        difference = (loss(case.params | {name: up}) - loss(case.params | {name: down})) / (
            2 * step
        )
        assert case.slopes[name][at] == pytest.approx(difference, abs=1e-7)


@settings(max_examples=25, deadline=None)
@given(seeds, st.sampled_from(["sigmoid", "tanh"]))
def test_the_right_tangent_gives_the_slopes_of_the_loss(seed: int, activation: str) -> None:
    case = Cases(np.random.default_rng(seed)).network((3, 4, 2, 1), 5, activation)
    tangent = network.right_tangent(case.params, case.X, case.y, activation)
    for name, array in tangent.slopes(case.params).items():
        assert normwise(array, case.slopes[name]) < 1e-12


@settings(max_examples=10, deadline=None)
@given(seeds, st.sampled_from(["sigmoid", "tanh"]))
def test_networks_in_a_stack_have_the_slopes_that_each_has_alone(
    seed: int, activation: str
) -> None:
    cases = Cases(np.random.default_rng(seed))
    sizes = [(3, 4, 2), (3, 1), (2, 3, 3, 1)]
    alone = [cases.network(s, m, activation) for s in sizes for m in (1, 5, FEW + 4, 3)]
    found = {}
    for stack in stacked([(case.params, case.X, case.activation) for case in alone]):
        a, h = network.forward_pass(stack.params, stack.X, stack.activation)
        y = filled_up([alone[number].y for number in stack.numbers])
        residual = (h[-1] - y) * stack.present / stack.counts[:, None, None]
        given = stack.params, a, h, residual, stack.activation
        slopes = at_once.gradients(*given)
        assert normwise(network.gradients(*given), slopes) < 1e-13  # as the kit has them
        found |= dict(zip(stack.numbers, slopes, strict=True))
    assert found.keys() == set(range(len(alone)))
    for number, case in enumerate(alone):
        own = np.concatenate([slope.ravel() for slope in case.slopes.values()])
        assert normwise(found[number], own) < 1e-12


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_layer_slopes_are_the_products_of_linear_algebra(seed: int) -> None:
    rng = np.random.default_rng(seed)
    delta, h, W = (
        rng.standard_normal((5, 2)),
        rng.standard_normal((5, 3)),
        rng.standard_normal((3, 2)),
    )
    dW, db, dh = at_once.layer_slopes(delta, h, W)
    for slow, quick in zip(network.layer_slopes(delta, h, W), (dW, db, dh), strict=True):
        assert normwise(slow, quick) < 1e-13  # as the kit has them
    assert normwise(dW, h.T @ delta) < 1e-12
    assert normwise(db, delta.sum(axis=0)) < 1e-12
    assert normwise(dh, delta @ W.T) < 1e-12


@given(seeds)
def test_the_largest_gap_is_the_definition(seed: int) -> None:
    W = np.random.default_rng(seed).standard_normal((3, 4))
    pairs = [np.linalg.norm(W[:, i] - W[:, j]) for i in range(4) for j in range(4)]
    assert largest_gap(W) == pytest.approx(max(pairs), rel=1e-12)


def test_the_variance_bounds_hold_what_they_promise() -> None:
    # χ² of 5,000 degrees is normal to a good approximation: sd √(2/n) = .02, 6.7 of them for 2e-11.
    low, high = variance_bounds(5000, 2e-11)
    assert 0.85 < low < 1 - 6.4 * 0.02
    assert 1 + 6.4 * 0.02 < high < 1.16
    rng = np.random.default_rng(1)
    low, high = variance_bounds(50, 0.05)
    ratios = rng.chisquare(50, 20_000) / 50
    assert np.mean((ratios < low) | (ratios > high)) < 0.05


def test_the_bounds_of_mean_law_and_correlation_hold_in_simulation() -> None:
    rng = np.random.default_rng(2)
    draws = rng.standard_normal((2000, 60))
    assert np.mean(np.abs(draws.mean(axis=1)) > mean_bound(60, 0.05)) < 0.05
    assert np.mean([normal_distance(row) > law_bound(60, 0.05) for row in np.sort(draws)]) < 0.05
    others = rng.standard_normal((2000, 60))
    r = (
        (draws * others).sum(axis=1)
        / np.linalg.norm(draws, axis=1)
        / np.linalg.norm(others, axis=1)
    )
    assert np.mean(np.abs(r) > correlation_bound(60, 1, 0.05)) < 0.05


def test_the_normal_distance_sees_another_law() -> None:
    rng = np.random.default_rng(3)
    uniform = np.sort(rng.uniform(-(3**0.5), 3**0.5, 20_000))
    assert normal_distance(uniform) == pytest.approx(0.057, abs=0.01)
    normal = np.sort(rng.standard_normal(20_000))
    assert normal_distance(normal) < law_bound(20_000, 1e-6)
    for ordered in (uniform, normal):
        less = normal_distance(ordered) - normal_distance(ordered, every=20)
        assert 0.0 <= less <= 19 / 20_000

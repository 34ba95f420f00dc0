"""Domains meet on every draw what their words say; zeros are compared exactly."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains import neuron_gap, saturated_fraction
from autograder.assignments.weight_init.domains.normal_init import NORMAL_INIT
from autograder.checking.draws import ALIKE
from autograder.checking.probe import Expected, is_right

SEEDS = range(5)


def drawn_cases(seed: int) -> Cases:
    return Cases(np.random.default_rng([41, seed]))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gap_is_zero_or_at_least_a_twentieth(seed: int) -> None:
    cases, _ = neuron_gap.NEURON_GAP.asks(drawn_cases(seed))
    gaps = [neuron_gap.right(*case.args) for case in cases]
    assert all(gap < 1e-15 or gap > 0.05 for gap in gaps)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_activation_lies_at_the_edge_of_a_tolerance(seed: int) -> None:
    cases, _ = saturated_fraction.SATURATED_FRACTION.asks(drawn_cases(seed))
    for case in cases:
        h, activation, tol = case.args
        low, high = saturated_fraction.limits(activation)
        distance = np.minimum(h - low, high - h)
        assert np.abs(distance / tol - 1.0).min() > 0.03


@pytest.mark.parametrize("seed", SEEDS)
def test_equal_arguments_are_drawn_with_other_generators_and_the_same_one(seed: int) -> None:
    drawn, program = NORMAL_INIT.asks(drawn_cases(seed))
    alike = [one.generator for one in drawn if one.shape == ALIKE and one.again is None]
    assert len(alike) == 3
    assert len(set(alike)) == 2
    assert len(program) == len(drawn) > len(NORMAL_INIT.domain.corners)


def test_a_right_zero_has_no_tiny_neighbours() -> None:
    zero = Expected(np.zeros((2, 2)), 0.0)
    assert is_right(np.zeros((2, 2)), zero)
    assert not is_right(np.full((2, 2), np.finfo(float).smallest_subnormal), zero)

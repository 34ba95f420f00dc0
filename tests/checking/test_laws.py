"""Draws of every law are made normal ones, and normal bounds hold for uniform numbers."""

import math
from statistics import NormalDist

import numpy as np
import pytest

from autograder.authoring.trying import answers_to
from autograder.catalogue import Failed
from autograder.checking.cases import Numbers
from autograder.checking.draws import Drawing
from autograder.checking.judging_draws import judge_independence, judge_law, judge_source
from autograder.checking.judging_spread import judge_spread
from autograder.checking.laws import NORMAL, REACHED, UNIFORM, normal_quantile
from autograder.numerics import law_bound, normal_distance


def test_quantiles_are_those_of_the_normal_law() -> None:
    p = np.array([1e-9, 1e-4, 0.02, 0.0749, 0.075, 0.3, 0.5, 0.7, 0.925, 0.99, 1 - 1e-6])
    expected = [NormalDist().inv_cdf(float(x)) for x in p]
    assert np.abs(normal_quantile(p) - expected).max() < 1e-6


def test_right_draws_become_normal_and_others_do_not() -> None:
    rng = np.random.default_rng(8)
    bound = law_bound(20_000, 1e-9)

    def distance(z: np.ndarray) -> float:
        return normal_distance(np.sort(z.ravel()))

    uniform = rng.uniform(-0.3, 0.3, (200, 100))
    assert distance(UNIFORM.normal(uniform, 0.3 / math.sqrt(3.0))) < bound
    # A wrong spread is no wrong law.
    assert distance(UNIFORM.normal(2.0 * uniform, 0.3 / math.sqrt(3.0))) < bound
    assert distance(UNIFORM.normal(0.5 * uniform, 0.3 / math.sqrt(3.0))) < bound
    assert distance(UNIFORM.normal(rng.normal(0.0, 0.3, (200, 100)), 0.3)) > bound
    normal = rng.normal(0.0, 0.3, (200, 100))
    assert distance(NORMAL.normal(normal, 0.3)) < bound


def test_the_share_that_the_largest_reaches_is_nearly_certain() -> None:
    assert REACHED**250 < 3e-13


def test_squares_of_uniform_numbers_are_no_more_likely_far_out_than_those_of_normal_ones() -> None:
    """E exp(s·x²) of a uniform x of variance 1 is the smaller one, for s of both signs."""
    x = (np.arange(200_000) + 0.5) / 200_000 * math.sqrt(3.0)
    for s in np.geomspace(0.005, 20.0, 40):
        assert np.mean(np.exp(-s * x * x)) <= (1.0 + 2.0 * s) ** -0.5
    for s in np.geomspace(0.005, 0.499, 40):
        assert np.mean(np.exp(s * x * x)) <= (1.0 - 2.0 * s) ** -0.5


def test_means_of_uniform_numbers_are_no_more_likely_far_out() -> None:
    """E exp(s·x) of a uniform x of variance 1 is sinh(√3 s)/(√3 s), below exp(s²/2)."""
    s = np.geomspace(0.01, 20.0, 100)
    assert (np.log(np.sinh(math.sqrt(3.0) * s) / (math.sqrt(3.0) * s)) <= s * s / 2).all()


@pytest.mark.parametrize("offset", [0.05, 0.5, 3.0, -0.5])
def test_a_constant_that_is_added_costs_the_claim_on_the_mean_only(offset: float) -> None:
    lecun = Drawing("lecun", spread=lambda fan_in, fan_out: fan_in**-0.5)
    drawn, program = lecun.asks(Numbers(np.random.default_rng(3)))

    def shifted(fan_in: int, fan_out: int, rng: np.random.Generator) -> object:
        return rng.normal(0.0, fan_in**-0.5, (fan_in, fan_out)) + offset

    answers = answers_to(program, lecun=shifted)
    for judge in (judge_law, judge_independence, judge_source):
        judge(drawn, answers)
    with pytest.raises(Failed):
        judge_spread(drawn, answers)


def test_what_is_cut_off_is_seen_with_a_constant_added_as_well() -> None:
    lecun = Drawing("lecun", spread=lambda fan_in, fan_out: fan_in**-0.5)
    drawn, program = lecun.asks(Numbers(np.random.default_rng(3)))

    def cut(fan_in: int, fan_out: int, rng: np.random.Generator) -> object:
        z = rng.normal(size=(fan_in, fan_out))
        return (np.where(np.abs(z) > 2.0, z / 2.0, z) + 0.5) * fan_in**-0.5

    with pytest.raises(Failed):
        judge_law(drawn, answers_to(program, lecun=cut))

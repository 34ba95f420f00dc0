"""Independent draws pass, dependent ones do not, and what is said of them can be recomputed."""

import math

import numpy as np
import pytest

from autograder.checking.chance import centred, come_again, dependence, root_mean_square
from autograder.checking.digits import coarse, decimals
from autograder.checking.moments import heavy_tails, skewness
from autograder.checking.neighbours import neighbours
from autograder.numerics import Array

ERROR = 1e-12
SHAPES = [(60, 15), (30, 30), (15, 60), (1, 250), (250, 1)]


def drawn(shape: tuple[int, int], seed: int = 0) -> Array:
    return np.random.default_rng([31, seed]).standard_normal(shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_independent_draws_pass(shape: tuple[int, int]) -> None:
    assert [dependence(drawn(shape, seed), ERROR, 1.0) for seed in range(50)] == [None] * 50


def test_calls_of_their_own_pass() -> None:
    matrices = [drawn(shape, seed) for seed, shape in enumerate(SHAPES)]
    assert neighbours(list(map(centred, matrices)), ERROR) is None
    assert not come_again(matrices)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (lambda W: W - W.mean(axis=0), "mean of all weights is exactly zero"),
        (lambda W: W / np.linalg.norm(W, axis=0), "exactly the same length"),
        (lambda W: np.linalg.qr(W)[0] * (1 + np.arange(30)), "exactly orthogonal"),
        (lambda W: W + W.T, "occur more than once"),
        (lambda W: np.repeat(W[:, :1], 30, axis=1), "all neurons have the same weights"),
        (lambda W: np.cumsum(W, axis=0), "sums of the weights of each neuron scatter"),
        (lambda W: W / W.std(), "exactly std"),
        (lambda W: np.full_like(W, 0.5), "all 900 weights are 0.5"),
    ],
)
def test_dependent_draws_are_told(how: object, words: str) -> None:
    assert callable(how)
    for seed in range(5):
        assert words in str(dependence(how(drawn((30, 30), seed)), ERROR, 1.0))


@pytest.mark.parametrize("size", [0.0, 5e-324, 1e-300, 1e-160, 1.0, 1e160, 1e300, np.inf])
def test_the_size_of_numbers_whose_squares_cannot_be_written_is_theirs(size: float) -> None:
    assert root_mean_square(np.array([[size, -size]])) == pytest.approx(size, rel=1e-15)


def test_the_correlation_that_is_named_is_pearsons() -> None:
    W = drawn((60, 15))
    W[:, 7] = 3.0 + 0.98 * W[:, 2] + 0.2 * W[:, 7]
    W[:, 7] -= W[:, 7].mean()  # so that the sums do not tell first
    said = str(dependence(W, ERROR))
    assert "neurons 2 and 7" in said
    assert f"{np.corrcoef(W[:, 2], W[:, 7])[0, 1]:+.2f}" in said


def test_what_comes_again_in_another_call_is_seen_with_either_sign() -> None:
    matrices = [drawn(shape, seed) for seed, shape in enumerate(SHAPES)]
    assert come_again([*matrices, -matrices[1]])
    # Numbers that occur often, as after rounding, are likely to be anywhere.
    assert not come_again([np.round(matrix, 1) for matrix in matrices])


def test_single_precision_shows_before_and_after_the_factor() -> None:
    numbers = drawn((100, 50))
    single = numbers.astype(np.float32).astype(np.float64)
    assert coarse(numbers).sum() == 0
    assert coarse(single).all()
    assert coarse(single * 0.3 / 0.3).all()


@pytest.mark.parametrize("seed", range(20))
def test_heavier_tails_than_normal_ones_are_told(seed: int) -> None:
    rng = np.random.default_rng([32, seed])
    assert heavy_tails(rng.standard_normal(14_000)) is None
    assert heavy_tails(rng.uniform(-1.0, 1.0, 14_000)) is None
    assert heavy_tails(rng.laplace(size=14_000)) == pytest.approx(0.707, abs=0.02)
    assert heavy_tails(rng.logistic(size=14_000)) == pytest.approx(0.764, abs=0.02)
    for size in (13_000, 30_000):
        gamma = (rng.gamma(60.0, size=size) - 60.0) / math.sqrt(60.0)
        assert skewness(gamma) == pytest.approx(0.26, abs=0.1)
        assert skewness(rng.standard_normal(size)) is None


@pytest.mark.parametrize("places", range(11))
def test_how_many_decimals_numbers_have_is_told_also_after_a_factor(places: int) -> None:
    numbers = np.round(1000.0 * drawn((30, 12)), places)
    assert decimals(numbers) == places
    assert decimals((0.4 * numbers) / 0.4) == places
    assert decimals(1000.0 * drawn((30, 12))) is None

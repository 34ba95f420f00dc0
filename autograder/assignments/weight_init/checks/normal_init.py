"""Checks of the random initializer: statistics, each with a stated chance of a false alarm.

No draw is compared with another generator's draw: any right way to use `rng` is right. Every
bound below holds for a right submission with probability 1 − ALPHA; about 20 bounds are judged, so
a right submission fails with probability below 20 · 2e-11 = 4e-10.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.cases import Cases
from autograder.catalogue import fail
from autograder.checking.intake import as_array
from autograder.numerics import (
    Array,
    correlation_bound,
    law_bound,
    mean_bound,
    normal_distance,
    variance_bounds,
)
from autograder.student.calls import Asking, Call, generator

check = ASSIGNMENT.check
ALPHA = 2e-11
# 5,000 draws a shape: the spread is known to ±7 %, and every scaling with fan_in or fan_out differs
# by 40 % or more on one of them. No spread is 1 or near it, where variance and deviation agree.
SHAPES = [(50, 100), (100, 50), (70, 72), (4, 1250)]
SPREADS = [0.05, 2.5, 0.4, 7.0]


def draws(cases: Cases) -> Asking[list[Array]]:
    """What normal_init draws for every shape, with its spread."""
    program = [
        Call("normal_init", (*shape, spread, generator(cases.seed())), seed=cases.seed() % 2**31)
        for shape, spread in zip(SHAPES, SPREADS, strict=True)
    ]
    answers = yield program
    return [_array(answer, shape) for answer, shape in zip(answers, SHAPES, strict=True)]


def _array(answer: Any, shape: tuple[int, int]) -> Array:
    if answer.trouble is not None:
        raise answer.trouble
    return as_array(answer.value, shape, "W", _ran(shape))


def _ran(shape: tuple[int, int], spread: float | None = None) -> str:
    return f"normal_init({shape[0]}, {shape[1]}, {'std' if spread is None else spread}, rng)"


@check("initializers", "normal_init", points=3, observing=draws)
def spread_is_std(drawn: list[Array]) -> None:
    """The weights have mean 0 and standard deviation std, whatever the shape."""
    ratios = []
    for W, shape, spread in zip(drawn, SHAPES, SPREADS, strict=True):
        low, high = variance_bounds(W.size, ALPHA)
        variance = float(np.mean(W**2)) / spread**2
        ratios.append(variance**0.5)
        mean = float(np.mean(W)) / spread
        if low <= variance <= high and abs(mean) > mean_bound(W.size, ALPHA):
            fail(
                f"the mean of the weights is {mean:+.2f} · std",
                expected="a mean of 0",
                ran=_ran(shape, spread),
            )
        if not low <= variance <= high:
            ran = _ran(shape, spread)
            fail(
                f"the root mean square of the weights is {variance**0.5 * spread:.4g}",
                expected=f"about {spread}",
                ran=ran,
            )


@check("initializers", "normal_init", points=2, observing=draws)
def law_is_normal(drawn: list[Array]) -> None:
    """The weights follow the normal law: neither another one, nor cut off."""
    standard = []
    for W in drawn:
        spread = float(np.sqrt(np.mean(W**2)))
        if spread == 0.0:
            fail("every weight is zero", expected="random weights", diagnosis="not-random")
        standard.append(W.ravel() / spread)
    pooled = np.sort(np.concatenate(standard))
    distance, bound = normal_distance(pooled, every=20), law_bound(pooled.size, ALPHA)
    if distance > bound:
        fail(
            f"the distribution of {pooled.size:,} weights is {distance:.3f} off the normal one",
            expected=f"at most {bound:.3f}",
            ran="normal_init(…) on four shapes",
        )
    # P(|z| ≤ 3.2) = 1 − 1.374e-3, and that to the power of 20,000 is 1e-12.
    if np.abs(pooled).max() <= 3.2:
        fail(
            f"no weight of {pooled.size:,} is beyond {np.abs(pooled).max():.2f} deviations",
            expected="about 27 beyond 3.2 deviations",
            ran="normal_init(…) on four shapes",
        )
    if np.count_nonzero(pooled[1:] != pooled[:-1]) < 0.99 * pooled.size:
        fail(
            "many weights have exactly the same value",
            expected="independent draws",
            ran="normal_init(…) on four shapes",
        )


@check("initializers", "normal_init", points=2, observing=draws)
def weights_are_independent(drawn: list[Array]) -> None:
    """Every weight is a draw of its own: no copies, no mirror images, nothing normalised."""
    for W, shape in zip(drawn, SHAPES, strict=True):
        for kind, columns in (("neuron", W), ("input", W.T)):
            _require_uncorrelated(columns, kind, shape)
        _require_not_normalised(W, shape)


def _require_uncorrelated(columns: Array, kind: str, shape: tuple[int, int]) -> None:
    count, number = columns.shape
    if count < 40 or number < 2:
        return
    norms = np.sqrt((columns**2).sum(axis=0))
    if not norms.all():
        fail(f"all weights of one {kind} are zero", ran=_ran(shape))
    unit = columns / norms
    correlation = unit.T @ unit
    np.fill_diagonal(correlation, 0.0)
    bound = correlation_bound(count, number * (number - 1) // 2, ALPHA)
    place = int(np.abs(correlation).argmax())
    worst = float(correlation.flat[place])
    if abs(worst) > bound:
        first, second = divmod(place, number)
        fail(
            f"{kind}s {min(first, second)} and {max(first, second)} have correlation {worst:+.2f}",
            expected=f"independent draws (at most ±{bound:.2f})",
            ran=_ran(shape),
        )


def _require_not_normalised(W: Array, shape: tuple[int, int]) -> None:
    # For n independent draws P(|mean| < t·std) < t·√n, which is 1e-13 for all 5,000 together and
    # far less for the median of many means, while a subtracted mean leaves 1e-17.
    squares = W**2
    spread = float(np.sqrt(np.mean(squares)))
    by_neuron, by_input = W.mean(axis=0), W.mean(axis=1)
    for what, mean in (
        ("all weights", by_neuron.mean(keepdims=True)),
        ("each neuron", by_neuron),
        ("each input", by_input),
    ):
        if W.shape != mean.shape and np.median(np.abs(mean)) < 1e-15 * spread:
            fail(
                f"the mean over {what} is exactly zero",
                expected="draws as they come",
                ran=_ran(shape),
            )
    for what, size in (
        ("neuron", np.sqrt(squares.sum(axis=0))),
        ("input", np.sqrt(squares.sum(axis=1))),
    ):
        if size.size > 1 and np.ptp(size) < 1e-12 * size.max():
            fail(
                f"the weights of every {what} have exactly the same length",
                expected="draws as they come",
                ran=_ran(shape),
            )
    # The density of (sample deviation / std) at 1 is 40 for 5,000 draws: 1e-14 has chance 1e-12.
    deviation = float(W.std())
    corrected = deviation * (W.size / (W.size - 1)) ** 0.5
    for spread in SPREADS:
        if min(abs(deviation / spread - 1.0), abs(corrected / spread - 1.0)) < 1e-14:
            fail(
                "the sample's standard deviation is exactly std",
                expected="draws as they come",
                ran=_ran(shape),
            )


@check("initializers", "normal_init", points=2)
def randomness_comes_from_rng(cases: Cases) -> Asking[None]:
    """All randomness comes from rng: its state decides the weights, and drawing advances it."""
    seed, other = cases.seed(), cases.seed()
    shape = (6, 5)
    answers = yield [
        Call("normal_init", (6, 5, 0.5, generator(seed, "a")), seed=1),
        Call("normal_init", (6, 5, 0.5, generator(seed, "b")), seed=2),
        Call("normal_init", (6, 5, 0.5, generator(seed, "a")), seed=1),
        Call("normal_init", (6, 5, 0.5, generator(other, "c")), seed=1),
    ]
    first, repeated, further, different = (_array(answer, shape) for answer in answers)
    ran = _ran(shape)
    if not first.any() or np.ptp(first) == 0.0:
        fail("all weights are the same", expected="random weights", ran=ran)
    if np.array_equal(first, different) or np.array_equal(first, further):
        same_seed = np.array_equal(first, different)
        fail(
            "two generators in different states gave the same weights"
            if same_seed
            else "the second draw from one generator repeated the first",
            expected="weights that depend on the state of rng, and a state that moves on",
            ran=ran,
        )
    if not np.allclose(first, repeated, rtol=1e-12, atol=0.0):
        fail(
            "two generators in the same state gave different weights",
            expected="weights that depend on rng alone",
            ran=ran,
            diagnosis="global-random",
        )

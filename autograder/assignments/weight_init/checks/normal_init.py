"""Checks of `normal_init`: statistics, each with a stated chance of a false alarm.

No draw is compared with another generator's: any right way to use `rng` is right. Each of about
360 bounds (`BOUNDS` counts them) refuses right code with a chance below `ALPHA`, so all of them
together with one below 4e-10; of 3,000 draws none was refused.

One cause is one failed claim. Bounds on means, sizes and laws hold for independent draws only: of
weights that depend on each other it is asked whether most calls have about the right size, no more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from statistics import NormalDist
from typing import NoReturn

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.normal_init import DOMAIN, Draws, draws
from autograder.assignments.weight_init.domains.sample import ALPHA, Sample, sample
from autograder.catalogue import fail
from autograder.checking.chance import DIGITS, FEW_COPIES, TESTS, repeats, scaled
from autograder.checking.judging import IN_PART
from autograder.numerics import Array, law_bound, mean_bound, normal_distance, variance_bounds
from autograder.student.calls import Answer

check = ASSIGNMENT.check
# For each corner: dependence, mean, size (two sides are one bound), largest weight. Over all: mean,
# size, law, largest weight, copies between calls (two), neighbours (two); small ones: size.
BOUNDS = len(DOMAIN.corners) * (TESTS + 3) + 9


@check("initializers", "normal_init", points=3, asks=draws)
def spread_is_std(drawn: Sequence[Draws], answers: list[Answer]) -> None:
    """The weights have mean 0 and standard deviation std, whatever the shape."""
    seen = sample(drawn, answers)
    standard = [W / one.std for one, W in seen.large]
    sizes = np.array([math.sqrt(float(np.mean(z**2))) for z in standard])
    if not seen.independent:
        _require_about_the_size(seen, sizes)
        return
    _require(
        seen,
        [not _fits(size, z.size) for size, z in zip(sizes, standard, strict=True)],
        lambda n: f"the root mean square of the weights is {sizes[n] * drawn[n].std:.4g}",
        lambda n: f"about {drawn[n].std:g}",
    )
    means = [float(np.mean(z)) for z in standard]
    _require(
        seen,
        [abs(mean) > mean_bound(z.size, ALPHA) for mean, z in zip(means, standard, strict=True)],
        lambda n: f"the mean of the weights is {means[n]:+.2f} · std",
        lambda n: "a mean of about 0",
    )
    _require_overall(np.concatenate([z.ravel() for z in standard]), len(standard))
    _require_small_sizes(seen)


def _fits(size: float, count: int) -> bool:
    low, high = variance_bounds(count, ALPHA)
    return low <= size**2 <= high


def _require_about_the_size(seen: Sample, sizes: Array) -> None:
    """Where weights are copies, a call of one shape in five may hold a single number."""
    off = [number for number, size in enumerate(sizes) if not 0.5 < size < 2.0]
    if len(off) > 0.4 * len(sizes):
        one, _ = seen.large[off[0]]
        fail(
            f"the root mean square of the weights is {sizes[off[0]] * one.std:.4g}",
            expected=f"about {one.std:g}",
            ran=one.words,
            where=seen.where(off),
        )


def _require(
    seen: Sample,
    fails: Sequence[bool],
    observed: Callable[[int], str],
    expected: Callable[[int], str],
) -> None:
    failing = [number for number, failed in enumerate(fails) if failed]
    if failing:
        fail(
            observed(failing[0]),
            expected=expected(failing[0]),
            ran=seen.large[failing[0]][0].words,
            where=seen.where(failing),
            diagnosis=IN_PART if seen.where(failing) else None,
        )


def _require_overall(pooled: Array, calls: int) -> None:
    size, mean = math.sqrt(float(np.mean(pooled**2))), float(np.mean(pooled))
    ran = f"normal_init(…) {calls} times, {pooled.size:,} weights together"
    if not _fits(size, pooled.size):
        fail(f"their root mean square is {size:.3f} · std", expected="1.00 · std", ran=ran)
    if abs(mean) > mean_bound(pooled.size, ALPHA):
        fail(f"their mean is {mean:+.3f} · std", expected="a mean of about 0", ran=ran)


def _require_small_sizes(seen: Sample) -> None:
    numbers = np.concatenate([(W / one.std).ravel() for one, W in seen.small])
    size = math.sqrt(float(np.mean(numbers**2)))
    if not _fits(size, numbers.size):
        fail(
            f"the root mean square of {numbers.size} weights is {size:.3g} · std",
            expected="about 1 · std",
            ran="normal_init(…) for small layers, from 1 × 1 to 4 × 4",
            where="only for small layers",
            diagnosis=IN_PART,
        )


@check("initializers", "normal_init", points=2, asks=draws)
def law_is_normal(drawn: Sequence[Draws], answers: list[Answer]) -> None:
    """The weights follow the normal law: neither another one, nor cut off."""
    seen = sample(drawn, answers)
    if not seen.independent:
        _require_many_numbers(seen)
        return
    standard = [scaled(W - W.mean()) for _, W in seen.large]  # the mean is another claim's
    largest = [float(np.abs(z).max()) for z in standard]
    _require(
        seen,
        [size < _reached(z.size) for size, z in zip(largest, standard, strict=True)],
        lambda n: (
            f"no weight of {standard[n].size} is beyond {largest[n]:.2f} times their "
            "root mean square"
        ),
        lambda n: f"some beyond {_reached(standard[n].size):.2f}",
    )
    # Calls that gave the same numbers are one sample.
    pooled = (
        standard[0].ravel()
        if seen.repeated or seen.begun_anew
        else np.concatenate([z.ravel() for z in standard])
    )
    _require_normal(np.sort(pooled))


@lru_cache
def _reached(count: int) -> float:
    """How many deviations the largest of `count` normal numbers reaches, but for ALPHA."""
    return NormalDist().inv_cdf((1.0 + ALPHA ** (1.0 / count)) / 2.0)


def _require_many_numbers(seen: Sample) -> None:
    for one, W in seen.large:
        if np.unique(np.round(np.abs(scaled(W)), DIGITS)).size > 1:
            return
        ran = one.words
    fail(
        "all weights have one value, up to their sign",
        expected="random weights",
        ran=ran,
    )


def _require_normal(ordered: Array) -> None:
    count = ordered.size
    ran = f"normal_init(…), {count:,} weights together"
    distance, bound = normal_distance(ordered, every=20), law_bound(count, ALPHA)
    if distance > bound:
        fail(
            f"the distribution of {count:,} weights is {distance:.3f} off the normal one",
            expected=f"at most {bound:.3f}",
            ran=ran,
        )
    largest = float(np.abs(ordered).max())
    if largest < _reached(count):
        fail(
            f"no weight of {count:,} is beyond {largest:.2f} deviations",
            expected=f"some beyond {_reached(count):.2f}",
            ran=ran,
        )
    counts = repeats(ordered)
    if counts.size and counts[0] > max(FEW_COPIES, count // 1000):
        fail(
            f"{int(counts[0]):,} of {count:,} weights have the same value, up to their sign",
            expected="a value of its own for each",
            ran=ran,
        )


@check("initializers", "normal_init", points=2, asks=draws)
def weights_are_independent(drawn: Sequence[Draws], answers: list[Answer]) -> None:
    """Every weight is a draw of its own: no copies, no mirror images, nothing normalised."""
    seen = sample(drawn, answers)
    everywhere = f"normal_init(…) {len(seen.large)} times"
    if seen.come_again:
        _fail_dependent(
            "weights of one call come again in another one, as they were or with another sign",
            ran=everywhere,
            diagnosis="keeps-state",
        )
    if seen.dependent:
        number = min(seen.dependent)
        _fail_dependent(
            seen.dependent[number],
            ran=seen.large[number][0].words,
            where=seen.where(list(seen.dependent)),
        )
    if seen.neighbours is not None:
        _fail_dependent(seen.neighbours, ran=everywhere)


def _fail_dependent(
    observed: str, ran: str, where: str = "", diagnosis: str | None = None
) -> NoReturn:
    fail(
        observed,
        expected="weights that say nothing about each other",
        ran=ran,
        where=where,
        diagnosis=diagnosis or (IN_PART if where else None),
    )


@check("initializers", "normal_init", points=2, asks=draws)
def randomness_comes_from_rng(drawn: Sequence[Draws], answers: list[Answer]) -> None:
    """All randomness comes from rng: its state decides the weights, and drawing advances it."""
    seen = sample(drawn, answers)
    if all(np.ptp(W) == 0.0 for _, W in seen.large):
        fail("all weights are the same", expected="random weights", ran=drawn[0].words)
    if seen.repeated is not None:
        first, second = seen.repeated
        one, other = drawn[first], drawn[second]
        used = one.generator == other.generator
        fail(
            "the second draw from one generator repeated the first"
            if used
            else "two generators in different states gave the same weights",
            expected="weights that depend on the state of rng, and a state that moves on",
            ran=f"{one.words}, and then {other.words}",
        )
    _require_progress(seen)
    if seen.come_again:  # which is what the claim on independence is about
        return
    for number, one in enumerate(drawn):
        if one.again is not None:
            before, now = seen.arrays[one.again], seen.arrays[number]
            if not np.allclose(before, now, rtol=1e-9, atol=0.0):
                fail(
                    "two generators in the same state gave different weights",
                    expected="weights that depend on rng alone",
                    ran=f"{one.words}, with other calls in between",
                    diagnosis="global-random",
                )


def _require_progress(seen: Sample) -> None:
    if seen.begun_anew is not None:
        first, second = (seen.large[number][0].words for number in seen.begun_anew)
        fail(
            "the second draw from one generator begins with the weights of the first",
            expected="weights that depend on the state of rng, and a state that moves on",
            ran=f"{first}, and then {second}",
        )

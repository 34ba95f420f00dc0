"""Judges the mean and the spread of random weights, each bound with a stated chance.

The bounds hold for independent draws; `judging_draws.bounds_of` counts them.

    >>> from autograder.authoring.trying import answers_to
    >>> from autograder.checking.cases import Numbers
    >>> from autograder.checking.draws import Drawing
    >>> lecun = Drawing("lecun", spread=lambda fan_in, fan_out: fan_in**-0.5)
    >>> drawn, program = lecun.asks(Numbers(np.random.default_rng(0)))
    >>> def by_fan_out(fan_in, fan_out, rng):
    ...     return rng.normal(0.0, fan_out**-0.5, (fan_in, fan_out))
    >>> judge_spread(drawn, answers_to(program, lecun=by_fan_out))
    Traceback (most recent call last):
    autograder.failing.Failed: the root mean square of the weights is 0.2488
"""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.catalogue import fail
from autograder.checking.chance import ALPHA, root_mean_square
from autograder.checking.draws import Draws
from autograder.checking.judging import IN_PART
from autograder.checking.other_laws import another_law
from autograder.checking.replaying import OFF
from autograder.checking.sample import Sample, sample
from autograder.numerics import Array, mean_bound, variance_bounds
from autograder.student.calls import Answer


def judge_spread(drawn: Sequence[Draws], answers: list[Answer]) -> None:
    """Fail when the mean is not 0, or the spread is another one than is promised."""
    seen = sample(drawn, answers)
    standard = seen.standard
    sizes = np.array([root_mean_square(z) for z in standard])
    if not seen.independent:
        _require_about_the_size(seen, sizes)
        return
    if seen.uneven:
        fail(
            seen.uneven,
            expected="the same standard deviation for every weight",
            ran=f"{seen.drawing.function}(…) {len(seen.large)} times",
            diagnosis="spread-differs",
        )
    if another_law(seen):
        _require_size_of_another_law(seen)
        return
    _require_as_given(seen, sizes)
    _require(
        seen,
        lambda n, count: not _fits(sizes[n], count),
        lambda n: f"the root mean square of the weights is {sizes[n] * drawn[n].std:.4g}",
        lambda n: f"about {drawn[n].std:g}",
    )
    means = [float(np.mean(z)) for z in standard]
    _require(
        seen,
        lambda n, count: abs(means[n]) > mean_bound(count, ALPHA),
        lambda n: f"the mean of the weights is {means[n]:+.2f} · std",
        lambda n: "a mean of about 0",
    )
    _require_overall(seen, np.concatenate([z.ravel() for z in standard]))
    _require_small_sizes(seen)


def _fits(size: float, count: int) -> bool:
    low, high = variance_bounds(count, ALPHA)
    return low <= size**2 <= high


def _require_as_given(seen: Sample, sizes: Array) -> None:
    """Where each weight is made of one number of rng, factor and shift are known to the digit."""
    off = seen.replay.off
    if not off:
        return
    large = [number for number in off if number < len(seen.large)]
    plainly = [n for n in large if not _fits(sizes[n], seen.large[n][1].size)]
    first = min(plainly or large or off)
    one, fit = seen.drawn[first], off[first]
    also = [number for number in seen.replay.inexact if number < len(seen.large)]
    where = (
        seen.where(sorted({*large, *also}))
        if large
        else _among_small_ones([seen.drawn[n] for n in off])
    )
    if plainly:
        observed = f"the root mean square of the weights is {sizes[first] * one.std:.4g}"
        id_ = None
    elif abs(fit.shift) > OFF:
        observed = f"every weight is a number drawn about 0, and {fit.shift * one.std:+.4g}"
        id_ = "mean-not-zero"
    else:
        observed = f"every weight is {fit.factor:.4g} times a draw of the spread that is asked for"
        alike = np.ptp([off[number].factor for number in off]) < OFF
        if large and not alike:  # the shapes that happen to be right, as of even sums, are no part
            where = ""
        id_ = None if where else "std-scaled" if alike else "fan-scaled"
    right = f"draws with a mean of 0 and a standard deviation of {one.std:.4g}"
    fail(
        observed,
        expected=f"about {one.std:g}" if "square" in observed else right,
        ran=one.words,
        where=where,
        diagnosis=id_ or (IN_PART if where else None),
    )


def _among_small_ones(calls: Sequence[Draws]) -> str:
    together = {one.among: None for one in calls if one.among}
    if together:
        return "only for " + " or ".join(together)
    return "for small layers, {} × {} among them".format(*calls[0].shape)


def _require_about_the_size(seen: Sample, sizes: Array) -> None:
    """Where weights are copies, a call of one shape in five may hold a single number.

    Of a single number it cannot be said whether it has the right size.
    """
    off = [
        number
        for number, ((_, W), size) in enumerate(zip(seen.large, sizes, strict=True))
        if not 0.5 < size < 2.0 or np.ptp(W) == 0.0
    ]
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
    is_off: Callable[[int, int], bool],
    observed: Callable[[int], str],
    expected: Callable[[int], str],
) -> None:
    """Fail when a large call is off, by its number and as many weights as it has."""
    failing = [number for number, z in enumerate(seen.standard) if is_off(number, z.size)]
    if failing:
        where = seen.where_shown(failing, is_off)
        fail(
            observed(failing[0]),
            expected=expected(failing[0]),
            ran=seen.large[failing[0]][0].words,
            where=where,
            diagnosis=IN_PART if where else None,
        )


def _require_size_of_another_law(seen: Sample) -> None:
    """Another law has another noise: a factor that no law of the right size comes near to.

    In units of std, a uniform law on ±1 has 0.58, half of all weights 0.71, a normal law cut at 1.5
    has 0.74, a uniform one on ±2 1.15, Laplace's 1.41; each is known to 0.013 and better.
    """
    size = root_mean_square(seen.overall)
    if not 0.64 < size < 1.3:
        fail(
            f"their root mean square is {size:.3g} · std",
            expected="1.00 · std",
            ran=_together(seen, seen.overall.size),
        )


def _together(seen: Sample, weights: int) -> str:
    return f"{seen.drawing.function}(…) {len(seen.large)} times, {weights:,} weights together"


def _require_overall(seen: Sample, pooled: Array) -> None:
    size, mean = root_mean_square(pooled), float(np.mean(pooled))
    ran = _together(seen, pooled.size)
    if not _fits(size, pooled.size):
        fail(f"their root mean square is {size:.3f} · std", expected="1.00 · std", ran=ran)
    if abs(mean) > mean_bound(pooled.size, ALPHA):
        fail(f"their mean is {mean:+.3f} · std", expected="a mean of about 0", ran=ran)


def _require_small_sizes(seen: Sample) -> None:
    _require_size_together(
        seen, seen.small, "for small layers, from 1 × 1 to 4 × 4", "small layers"
    )
    for words in seen.drawing.together:
        calls = [(one, W) for one, W in seen.together if one.among == words]
        _require_size_together(seen, calls, f"{len(calls)} times for {words}", words)


def _require_size_together(
    seen: Sample, calls: Sequence[tuple[Draws, Array]], asked: str, words: str
) -> None:
    numbers = np.concatenate([(W / one.std).ravel() for one, W in calls])
    size = root_mean_square(numbers)
    if not _fits(size, numbers.size):
        fail(
            f"the root mean square of {numbers.size} weights is {size:.3g} · std",
            expected="about 1 · std",
            ran=f"{seen.drawing.function}(…) {asked}",
            where=f"only for {words}",
            diagnosis=IN_PART,
        )

"""How draws show that they follow another law than they should, or their own too closely."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from autograder.catalogue import Finding
from autograder.checking.chance import ALPHA, FEW_COPIES, repeats, root_mean_square
from autograder.checking.digits import coarse
from autograder.checking.judging import IN_PART
from autograder.checking.laws import NORMAL
from autograder.checking.moments import NORMAL_SHARE, heavy_tails, light_tails, skewness
from autograder.checking.sample import Sample
from autograder.numerics import Array, law_bound, normal_distance


@lru_cache(maxsize=1)  # several claims ask it of one sample
def another_law(seen: Sample) -> Finding | None:
    """How independent weights first show that their law is another one, or None.

    Their mean is another claim's.
    """
    normal = seen.drawing.law is NORMAL
    short = _short(seen, seen.centred) if normal else None
    found = _coarse(seen) or short or _off(seen, seen.centred if normal else seen.normal)
    # Of calls that gave the same numbers no more can be said together than of one.
    alone = seen.repeated or seen.begun_anew
    cut = (_cut(seen) or _light(seen) or _skew(seen)) if normal and not alone else None
    return found or cut or (None if alone else _on_one_value(seen)) or _made_of(seen)


def _made_of(seen: Sample) -> Finding | None:
    """What shows beside the numbers that rng gave, and in no statistics of so few."""
    found: tuple[str, str | None] | None = seen.replay.cut or seen.replay.beside
    if found is None and (terms := seen.replay.uniform_terms):
        found = f"every weight is made of the sum of {terms} uniform numbers", "wrong-law"
    if found is None:
        return None
    observed, id_ = found
    return Finding(
        observed,
        f"draws of the {seen.drawing.law.name} law, as they come",
        f"{seen.drawing.function}(…) {len(seen.drawn)} times",
        id_,
    )


# Kolmogorov's law: √n times the distance of n independent draws from their law is below this with
# a chance of √(2π)/0.2 · exp(−π²/(8 · 0.2²)) = 5e-13; of 5,000, where it is 1/(6√n) less, 9e-13.
# Draws with one number in each of as many equal steps as a call has weights have 0.05 and 0.06.
TOO_CLOSE = 0.2


def too_even(seen: Sample) -> str | None:
    """How close the weights come to their law, where it is closer than chance does, or None."""
    numbers = seen.overall_normal
    bound = TOO_CLOSE / math.sqrt(numbers.size)
    if normal_distance(numbers, every=20) >= bound or normal_distance(numbers) >= bound:
        return None
    return (
        f"the distribution of {numbers.size:,} weights is {normal_distance(numbers):.1e} off the "
        f"{seen.drawing.law.name} one, and chance alone leaves about {0.87 * bound / TOO_CLOSE:.1e}"
    )


def _coarse(seen: Sample) -> Finding | None:
    if (
        max(
            _few_digits(seen.overall),
            _few_digits(np.concatenate([W.ravel() for _, W in seen.large])),
        )
        <= FEW_COPIES
    ):
        return None
    failing = [
        number
        for number, (z, (_, W)) in enumerate(zip(seen.standard, seen.large, strict=True))
        if 2 * max(_few_digits(z), _few_digits(W)) > W.size and np.unique(W).size > W.size // 2
    ]
    if not failing:
        return None
    return Finding(
        "the weights have no more digits than float32 has",
        "weights of the precision of float64",
        seen.large[failing[0]][0].words,
        "float32",
        seen.where(failing),
    )


def _few_digits(numbers: Array) -> int:
    return int(np.count_nonzero(coarse(numbers)))


def _short(seen: Sample, standard: Sequence[Array]) -> Finding | None:
    largest = [float(np.abs(z).max()) for z in standard]
    failing = [n for n, z in enumerate(standard) if _is_short(largest[n], z.size)]
    if not failing:
        return None
    first, where = failing[0], seen.where_shown(failing)
    return Finding(
        f"no weight of {standard[first].size} is beyond {largest[first]:.2f} times their root "
        "mean square",
        f"some beyond {_reached(standard[first].size):.2f}",
        seen.large[first][0].words,
        IN_PART if where else None,
        where,
    )


def _off(seen: Sample, standard: Sequence[Array]) -> Finding | None:
    alone = seen.repeated or seen.begun_anew
    if seen.drawing.law is NORMAL or alone:
        together = [*standard, *seen.many_centred]
        pooled = standard[0].ravel() if alone else np.concatenate([z.ravel() for z in together])
        pooled = np.sort(pooled)
    else:
        pooled = seen.overall_normal
    distance, bound = normal_distance(pooled, every=20), law_bound(pooled.size, ALPHA)
    if distance <= bound:
        share = heavy_tails(pooled)
        if share is None or seen.drawing.law is not NORMAL:
            return None
        return Finding(
            f"the mean size of {pooled.size:,} weights is {share:.3f} of their root mean square",
            f"{NORMAL_SHARE:.3f} as of normal ones",
            f"{seen.drawing.function}(…) {len(standard)} times",
        )
    return Finding(
        f"the distribution of {pooled.size:,} weights is {distance:.3f} off the "
        f"{seen.drawing.law.name} one",
        f"at most {bound:.3f}",
        f"{seen.drawing.function}(…) {len(standard)} times",
    )


def _cut(seen: Sample) -> Finding | None:
    count = seen.overall.size
    size = root_mean_square(seen.overall)
    largest = float(np.abs(seen.overall).max()) / size
    # About the means of the calls as well: a constant that is added to all is another claim's, and
    # makes the largest small against the root mean square. Asked for both, the chance is no larger.
    about_means = max(float(np.abs(z).max()) for z in seen.centred)
    if not _is_short(max(largest, about_means), count):
        return None
    return Finding(
        f"no weight of {count:,} is beyond {largest:.2f} times their root mean square",
        f"some beyond {_reached(count):.2f}",
        f"{seen.drawing.function}(…) {len(seen.large)} times",
    )


def _light(seen: Sample) -> Finding | None:
    moment = light_tails(np.concatenate([z.ravel() for z in (*seen.standard, *seen.many)]))
    if moment is None:
        return None
    return Finding(
        f"the mean fourth power of the weights is {moment:.2f} · std⁴ less than it should be",
        "the 3 · std⁴ of a normal law",
        f"{seen.drawing.function}(…) {len(seen.large) + len(seen.many)} times",
        "wrong-law",
    )


def _skew(seen: Sample) -> Finding | None:
    pooled = np.concatenate([z.ravel() for z in (*seen.centred, *seen.many_centred)])
    cube = skewness(pooled)
    if cube is None:
        return None
    return Finding(
        f"the mean cube of {pooled.size:,} weights is {cube:.2f} times that of their root mean "
        "square",
        "nearly 0, as far out on one side as on the other",
        f"{seen.drawing.function}(…) {len(seen.large) + len(seen.many)} times",
        "wrong-law",
    )


def _on_one_value(seen: Sample) -> Finding | None:
    if seen.few_agree:  # as of nearly all, and then no value comes more than FEW_COPIES times more
        return None
    counts = repeats(seen.overall)
    count = seen.overall.size
    if not counts.size or counts[0] <= max(FEW_COPIES, count // 1000):
        return None
    return Finding(
        f"{int(counts[0]):,} of {count:,} weights are the same multiple of std, up to their sign",
        "a value of its own for each",
        f"{seen.drawing.function}(…) {len(seen.large)} times",
    )


def _is_short(largest: float, count: int) -> bool:
    """Whether the largest of `count` normal numbers is less than this with a chance below ALPHA."""
    return math.erf(largest / math.sqrt(2.0)) ** count < ALPHA


def _reached(count: int) -> float:
    """How many deviations the largest of `count` normal numbers reaches, but for ALPHA."""
    from statistics import NormalDist  # which only a message needs

    return NormalDist().inv_cdf((1.0 + ALPHA ** (1.0 / count)) / 2.0)

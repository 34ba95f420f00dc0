"""What a random initializer drew, looked at once for all claims about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from statistics import NormalDist

import numpy as np

from autograder.catalogue import Finding
from autograder.checking.chance import (
    DIGITS,
    FEW_COPIES,
    NORMAL_SHARE,
    centred,
    coarse,
    come_again,
    dependence,
    heavy_tails,
    light_tails,
    neighbours,
    repeats,
    root_mean_square,
    scaled,
)
from autograder.checking.draws import MANY, Draws
from autograder.checking.intake import as_array
from autograder.checking.judging import IN_PART
from autograder.checking.laws import NORMAL
from autograder.checking.regions import EVERYWHERE, region
from autograder.checking.screening import few_agree, plainly_independent
from autograder.numerics import Array, law_bound, normal_distance
from autograder.student.calls import Answer, value_of

ALPHA = 1e-12  # the chance that right code is refused, of each single bound
Seen = Sequence[tuple[Draws, Array]]


class Sample:
    """What was drawn at the corners of the domain, and what is wrong with it."""

    def __init__(self, drawn: Sequence[Draws], answers: Sequence[Answer]) -> None:
        self.drawn = drawn
        self.drawing = drawn[0].drawing
        self.arrays = [
            as_array(value_of(answer), one.shape, "W", one.words)
            for one, answer in zip(drawn, answers, strict=True)
        ]
        seen = list(zip(drawn, self.arrays, strict=True))
        self.large: Seen = [(one, W) for one, W in seen if one.corner is not None]
        self.together = [(one, W) for one, W in seen if one.among]
        others = [
            (one, W)
            for one, W in seen
            if one.corner is None and one.again is None and not one.among
        ]
        self.small: Seen = [(one, W) for one, W in others if one.shape != MANY]
        self.many = [W / one.std for one, W in others if one.shape == MANY]

    @cached_property
    def standard(self) -> Sequence[Array]:
        """The large calls' weights in units of std; of shapes (fan_in, fan_out)."""
        return [W / one.std for one, W in self.large]

    @cached_property
    def normal(self) -> Sequence[Array]:
        """The large calls' weights (fan_in, fan_out), made normal ones if they are right."""
        return [self.drawing.law.normal(W, one.std) for one, W in self.large]

    @cached_property
    def centred(self) -> Sequence[Array]:
        """As `normal`, about their mean and over their root mean square: (fan_in, fan_out)."""
        return [centred(z) for z in self.normal]

    @cached_property
    def few_agree(self) -> bool:
        """Whether hardly any two weights agree, whatever the size of the calls they are from."""
        pooled = [np.concatenate([z.ravel() for z in self.standard])]
        pooled.append(np.concatenate([scaled(W).ravel() for _, W in self.large]))
        return all(few_agree(numbers) for numbers in pooled)

    @cached_property
    def begun_anew(self) -> tuple[int, int] | None:
        """Two large calls with one generator, the second of which begins as the first did."""
        if self.few_agree:
            return None
        for second, ((one, W), (other, V)) in enumerate(pairwise(self.large), start=1):
            if one.generator == other.generator and np.ptp(W) > 0.0:
                shared = np.intersect1d(_digits(W / one.std), _digits(V / other.std))
                if shared.size > W.size // 10:
                    return second - 1, second
        return None

    @cached_property
    def repeated(self) -> tuple[int, int] | None:
        """Two calls of one shape that gave the same numbers, up to their size."""
        calls = [
            number
            for number, (one, W) in enumerate(zip(self.drawn, self.arrays, strict=True))
            if one.again is None and W.size > 4 and one.shape != MANY and _differ(W)
        ]
        seen: dict[tuple[tuple[int, int], float], int] = {}
        for number in calls:
            # Equal numbers begin with equal ones, so only those are compared as a whole.
            W = self.arrays[number]
            key = self.drawn[number].shape, round(W.item(0) / root_mean_square(W), 9)
            earlier = seen.setdefault(key, number)
            if earlier != number and np.allclose(
                scaled(self.arrays[earlier]), scaled(W), rtol=1e-9, atol=0.0
            ):
                return earlier, number
        return None

    @cached_property
    def dependent(self) -> Mapping[int, str]:
        """Number of a large call -> how its weights depend on each other."""
        found = {}
        stds = [one.std for one, _ in self.large]
        plainly = plainly_independent([W for _, W in self.large], stds, ALPHA)
        if self.drawing.law is not NORMAL:
            plainly &= plainly_independent(self.normal, [1.0] * len(stds), ALPHA)
        for number in np.flatnonzero(~plainly).tolist():
            one, W = self.large[number]
            words = dependence(W, ALPHA, one.std, self.normal[number])
            if words:
                found[number] = words
        return found

    @cached_property
    def come_again(self) -> bool:
        """Whether weights of one call occur in another one, other than all of them as they were.

        Of right code, 0.0002 pairs of weights agree, and 0.04 with uniform numbers of 32 bits
        behind them.
        """
        if self.few_agree:
            return False
        random = [(one, W) for one, W in self.large if np.ptp(W) > 0.0]
        return (
            bool(random)
            and self.repeated is None
            and self.begun_anew is None
            and (
                come_again([W / one.std for one, W in random])
                or come_again([scaled(W) for _, W in random])
            )
        )

    @cached_property
    def neighbours(self) -> str | None:
        """How neighbours depend on each other, where nothing else shows a dependence."""
        if self.dependent or self.come_again:
            return None
        return neighbours(self.centred, ALPHA)

    @cached_property
    def in_line(self) -> tuple[str, list[int]] | None:
        """How neighbours of layers with one input, or one neuron, depend on each other; which ones.

        They are few among all, and no other test looks at the order of a single row or column.
        """
        for axis in (0, 1):
            numbers = [n for n, z in enumerate(self.centred) if z.shape[1 - axis] == 1]
            words = neighbours([self.centred[n] for n in numbers], ALPHA)
            if words:
                return words, numbers
        return None

    @cached_property
    def overall(self) -> Array:
        """All weights in units of std, in order of size; of shape (weights,)."""
        pooled: Array = np.sort(np.concatenate([z.ravel() for z in self.standard]))
        return pooled

    @cached_property
    def not_normal(self) -> Finding | None:
        """How the law of independent weights is seen to be another one, or None."""
        # The mean is another claim's.
        normal = self.drawing.law is NORMAL
        short = _short(self, self.centred) if normal else None
        found = _coarse(self) or short or _off(self, self.centred if normal else self.normal)
        # Of calls that gave the same numbers no more can be said together than of one.
        alone = self.repeated or self.begun_anew
        cut = (_cut(self) or _light(self)) if normal and not alone else None
        return found or cut or (None if alone else _on_one_value(self))

    @property
    def independent(self) -> bool:
        """Whether no weight says anything about another one."""
        return not (self.dependent or self.come_again or self.neighbours or self.in_line)

    def where(self, failing: Sequence[int]) -> str:
        """The part of the domain, in words; empty for all of it."""
        corners = [one.corner for one, _ in self.large if one.corner is not None]
        words = region(
            self.drawing.domain, corners, [n in failing for n in range(len(corners))]
        ).words
        return "" if words == EVERYWHERE else words


def _differ(W: Array) -> bool:
    return W.item(0) != W.item(-1) or bool(np.ptp(W) > 0.0)


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
    failing = [n for n, z in enumerate(standard) if largest[n] < _reached(z.size)]
    if not failing:
        return None
    first, where = failing[0], seen.where(failing)
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
    pooled = standard[0].ravel() if alone else np.concatenate([z.ravel() for z in standard])
    distance, bound = normal_distance(np.sort(pooled), every=20), law_bound(pooled.size, ALPHA)
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
    if largest >= _reached(count):
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


@lru_cache
def _reached(count: int) -> float:
    """How many deviations the largest of `count` normal numbers reaches, but for ALPHA."""
    return NormalDist().inv_cdf((1.0 + ALPHA ** (1.0 / count)) / 2.0)


_last: list[tuple[Sequence[Answer], Sample]] = []


def sample(drawn: Sequence[Draws], answers: Sequence[Answer]) -> Sample:
    """The answers, read and looked at once for all claims."""
    if not _last or _last[0][0] is not answers:
        _last[:] = [(answers, Sample(drawn, answers))]
    return _last[0][1]


def _digits(z: Array) -> Array:
    rounded: Array = np.round(z, DIGITS)
    return rounded

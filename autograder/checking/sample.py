"""What a random initializer drew, looked at once for all claims about it."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from autograder.checking.arrangement import aligned, arranged, in_line, too_steady
from autograder.checking.chance import (
    ALPHA,
    DIGITS,
    SAME_DRAW,
    centred,
    come_again,
    dependence,
    root_mean_square,
    scaled,
)
from autograder.checking.digits import may_be_rounded, rounded_in_words
from autograder.checking.draws import MANY, Draws
from autograder.checking.intake import as_array
from autograder.checking.laws import NORMAL
from autograder.checking.neighbours import neighbours
from autograder.checking.regions import EVERYWHERE, region
from autograder.checking.replaying import Replay
from autograder.checking.screening import (
    all_differ,
    few_agree,
    plainly_independent,
    require_squares,
    tells,
)
from autograder.checking.unevenness import uneven
from autograder.numerics import Array
from autograder.student.calls import Answer, value_of

HEAD = 16  # weights of a call, which has 150 at least
Seen = Sequence[tuple[Draws, Array]]  # what was asked, and W (fan_in, fan_out)


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
            if one.corner is None and one.again is None and not (one.among or one.beside)
        ]
        self.small: Seen = [(one, W) for one, W in others if one.shape != MANY]
        self.many = [W / one.std for one, W in others if one.shape == MANY]
        require_squares(seen)

    @cached_property
    def replay(self) -> Replay:
        """The weights beside what their generators gave."""
        return Replay(self.drawn, self.arrays)

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
        # Two runs, of negative and of positive ones, each in order: they are merged.
        merged = np.sort(np.abs(self.overall), kind="stable")
        return few_agree(merged) and few_agree(self._relative)

    @cached_property
    def _relative(self) -> Array:
        """The large calls' weights over the root mean square of each, by size: (weights,)."""
        pooled: Array = np.concatenate([scaled(W).ravel() for _, W in self.large])
        return np.sort(np.abs(pooled))

    @cached_property
    def begun_anew(self) -> tuple[int, int] | None:
        """Two large calls with one generator, the second of which begins as the first did."""
        if self.few_agree or self.rounded:  # what is rounded agrees, whoever drew it
            return None
        for second, ((one, W), (other, _)) in enumerate(pairwise(self.large), start=1):
            if one.generator == other.generator and np.ptp(W) > 0.0:
                shared = self._shared(second - 1, second)
                # Among numbers of a few digits, or evenly spaced ones, as many agree, whoever drew
                # them.
                if shared > W.size // 10 and 10 * np.unique(W).size > 9 * W.size:
                    strangers = [
                        n for n, (two, _) in enumerate(self.large) if two.generator != one.generator
                    ]
                    by_chance = max((self._shared(second - 1, n) for n in strangers), default=0)
                    if 2 * by_chance < shared:
                        return second - 1, second
        return None

    def _shared(self, first: int, second: int) -> int:
        """How many numbers, in units of std, two of the large calls have in common."""
        one, other = (np.round(self.standard[number], DIGITS) for number in (first, second))
        return int(np.intersect1d(one, other).size)

    @cached_property
    def repeated(self) -> tuple[int, int] | None:
        """Two calls of one shape that gave the same numbers, up to their size."""
        calls = [
            number
            for number, (one, W) in enumerate(zip(self.drawn, self.arrays, strict=True))
            if one.again is None and one.shape != MANY and tells(W)
        ]
        seen: dict[tuple[tuple[int, int], float], int] = {}
        for number in calls:
            # Equal numbers begin with equal ones, so only those are compared as a whole.
            W = self.arrays[number]
            key = self.drawn[number].shape, round(W.item(0) / root_mean_square(W), 9)
            earlier = seen.setdefault(key, number)
            if earlier != number and np.allclose(
                scaled(self.arrays[earlier]), scaled(W), rtol=SAME_DRAW, atol=0.0
            ):
                return earlier, number
        return None

    @cached_property
    def few_generators(self) -> tuple[int, int] | None:
        """The two calls whose generators begin alike, when they gave the same numbers."""
        begun = [n for n, call in enumerate(self.drawn) if call.begins and call.again is None]
        one, *others = [n for n in begun if not self.drawn[n].beside]
        W = self.arrays[one]
        for other in others if tells(W) else ():
            if np.allclose(scaled(W), scaled(self.arrays[other]), rtol=SAME_DRAW, atol=0.0):
                return one, other
        return None

    @cached_property
    def rounded(self) -> Mapping[int, str]:
        """Number of a large call -> how its weights, or those over std, are rounded, in words.

        Where all are a few numbers that come again and again, that is not what is to be said.
        """
        for whose, arrays in (("", [W for _, W in self.large]), (" over std", self.standard)):
            # Hardly any is: a look at a few weights of all calls at once is what it costs.
            heads = np.array([W.ravel()[:HEAD] for W in arrays])
            likely = np.flatnonzero(may_be_rounded(heads)).tolist()
            found = {n: words for n in likely if (words := rounded_in_words(arrays[n], whose))}
            if any(2 * np.unique(np.abs(arrays[n])).size > arrays[n].size for n in found):
                return found
        return {}

    @cached_property
    def dependent(self) -> Mapping[int, str]:
        """Number of a large call -> how its weights depend on each other."""
        found = {}
        stds = [one.std for one, _ in self.large]
        differ = all_differ(self._relative)
        plainly = plainly_independent([W for _, W in self.large], stds, ALPHA, differ=differ)
        if self.drawing.law is not NORMAL:  # of these only sums and correlations are in question
            ones = [1.0] * len(stds)
            plainly &= plainly_independent(self.normal, ones, ALPHA, differ=True)
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
        if self.dependent or self.come_again or self.few_generators:
            return None
        return neighbours(self.centred, ALPHA)

    @cached_property
    def in_line(self) -> tuple[str, list[int]] | None:
        """How neighbours of layers with one input, or one neuron, depend on each other; which ones:
        they are few among all, and no other test looks at the order of a single row or column."""
        return None if self.few_generators else in_line(self.centred, ALPHA)

    @cached_property
    def many_centred(self) -> Sequence[Array]:
        """Those of many weights that are random, (fan_in, fan_out) each, centred and scaled."""
        return [centred(W) for W in self.many if np.ptp(W) > 0.0]

    @cached_property
    def _aligned(self) -> str | None:
        return aligned([*self.centred, *self.many_centred], ALPHA)

    @cached_property
    def uneven(self) -> str | None:
        """How some neurons' or inputs' weights are larger than others', and nothing else shows."""
        alone = self.few_agree and not self._aligned
        return uneven([*self.centred, *self.many_centred], ALPHA) if alone else None

    @cached_property
    def arranged(self) -> str | None:
        """How all weights together show a dependence that is no other claim's."""
        others = self.dependent or self.come_again or self.neighbours or self.in_line
        alike = self.few_generators or self.rounded or self.repeated or self.begun_anew
        if others or alike or self.uneven:
            return None
        normal, calls = self.drawing.law is NORMAL, list(self.normal)
        calls += [self.drawing.law.normal(W, one.std) for one, W in self.together if W.size > HEAD]
        if normal:  # of another law a few weights are made normal ones by the largest of them
            calls += [W / one.std for one, W in self.small] + self.many
        found = self._aligned or arranged([*self.standard, *self.many_centred], ALPHA)
        return found or too_steady([z for z in calls if z.any()], ALPHA)

    @cached_property
    def overall(self) -> Array:
        """All weights in units of std, in order of size; of shape (weights,)."""
        pooled: Array = np.sort(np.concatenate([z.ravel() for z in self.standard]))
        return pooled

    @cached_property
    def overall_normal(self) -> Array:
        """All weights, made N(0, 1) by the law that they should have, in order: (weights,)."""
        if self.drawing.law is NORMAL:
            return self.overall
        pooled: Array = np.sort(np.concatenate([z.ravel() for z in self.normal]))
        return pooled

    @property
    def independent(self) -> bool:
        """Whether no weight says anything about another one."""
        found = self.dependent or self.come_again or self.neighbours or self.in_line
        return not (found or self.few_generators or self.rounded or self.arranged)

    def where_shown(
        self, failing: Sequence[int], is_off: Callable[[int, int], bool] = lambda n, count: False
    ) -> str:
        """`where` by statistics: empty also where all other calls may just have too few weights.

        Args:
            failing: numbers of large calls.
            is_off: whether what such a call shows would show in as many weights, if that is known.
        """
        counts = [W.size for _, W in self.large]
        most = max((count for n, count in enumerate(counts) if n not in failing), default=0)
        if 0 < most < min(counts[n] for n in failing) and not all(is_off(n, most) for n in failing):
            return ""
        return self.where(failing)

    def where(self, failing: Sequence[int]) -> str:
        """The part of the domain, in words; empty for all of it."""
        corners = [one.corner for one, _ in self.large if one.corner is not None]
        words = region(
            self.drawing.domain, corners, [n in failing for n in range(len(corners))]
        ).words
        return "" if words == EVERYWHERE else words


_last: list[tuple[Sequence[Answer], Sample]] = []


def sample(drawn: Sequence[Draws], answers: Sequence[Answer]) -> Sample:
    """The answers, read and looked at once for all claims."""
    if not _last or _last[0][0] is not answers:
        _last[:] = [(answers, Sample(drawn, answers))]
    return _last[0][1]

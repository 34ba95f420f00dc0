"""Weights held against the numbers that rng gave: what most people draw is known to the digit.

Most hand-ins take one number of rng for each weight and make the same of each. Of these the grader
knows the numbers, since it knows the state of rng; so a spread that is half a percent off, which
statistics would need a million draws for, shows in a few weights. Whoever draws in another way is
not judged here at all: no right way to use rng is compared with this one.

Numbers of another origin agree with those of rng in ten digits with a chance of 1e-10 each, and a
judgement rests on ten weights and more. A right way that is a *random* multiple of what rng gave
(a direction, with a length of its own) is told by that: calls of one shape have other multiples.

    >>> from autograder.authoring.trying import answers_to
    >>> from autograder.checking.cases import Numbers
    >>> from autograder.checking.draws import Drawing
    >>> unit = Drawing("unit_draws", spread=lambda fan_in, fan_out: 1.0)
    >>> drawn, program = unit.asks(Numbers(np.random.default_rng(0)))
    >>> def replay(change):
    ...     draw = lambda m, n, rng: change(rng.normal(size=(n, m)).T)
    ...     found = answers_to(program, unit_draws=draw)
    ...     return Replay(drawn, [answer.value for answer in found])
    >>> replay(lambda z: z).off, round(replay(lambda z: 1.005 * z).off[0].factor, 6)
    ({}, 1.005)
    >>> replay(lambda z: np.clip(z, -3.5, 3.5)).cut[0]
    '10 of 10,564 weights are ±3.5, where rng gave something beyond'
"""

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from autograder.checking.draws import ALIKE, MANY, Draws
from autograder.checking.laws import NORMAL
from autograder.numerics import Array
from autograder.student.guest.generators import made

SAME = 1e-10  # of std: what rounding leaves of it is 1e-15
PLAIN = 1e-6  # what is moved by less, and by more than rounding, tells nothing: nobody does that
# A spread that is wrong by less is nobody's mistake: √3 with four digits is 3e-5 off.
OFF = 1e-3
STEADY = 3  # shapes whose calls have one factor: by chance each with 2e-9, so together with 1e-26
MOST_TERMS = 100  # of sums of uniform numbers that are looked for
MOST_DRAWS = 24  # of which one may have been chosen
CHANGED = 5  # of a thousand and more: that they are the largest by chance has one of 1e-13


class Fit(NamedTuple):
    """How the weights of one call follow the numbers of rng: ± factor · number + shift.

    Attributes:
        factor: in units of what it should be, without its sign.
        shift: in units of std.
        kept: which of the weights follow, of the shape of W.
        given: the numbers, of spread 1, of the shape of W.
    """

    factor: float
    shift: float
    kept: NDArray[np.bool_]
    given: Array


class Replay:
    """What the weights of all calls are in terms of the numbers of their generators."""

    def __init__(self, drawn: Sequence[Draws], weights: Sequence[Array]) -> None:
        self.drawn = drawn
        self.calls = [n for n, one in enumerate(drawn) if one.again is None and one.shape != MANY]
        self.weights = {n: weights[n] / drawn[n].std for n in self.calls}
        self.uniform = drawn[0].drawing.law is not NORMAL

    @cached_property
    def fits(self) -> dict[int, Fit]:
        """Number of a call -> how its weights follow; of those that do, if not all are as given."""
        order = self._order
        if order is None:
            return {}
        all_weights = np.concatenate([self.weights[n].ravel(order) for n in self._given])
        all_given = np.concatenate(list(self._given.values()))
        with np.errstate(all="ignore"):  # of weights that are huge
            if np.abs(np.abs(all_weights) - np.abs(all_given)).max() < SAME:
                return {}
            found = {
                n: _fit(self.weights[n], given.reshape(self.drawn[n].shape, order=order))
                for n, given in self._given.items()
            }
        return {n: fit for n, fit in sorted(found.items()) if fit is not None}

    @cached_property
    def _given(self) -> dict[int, Array]:
        """Number of a call -> as many numbers of spread 1 as it has weights, in their order."""
        by_generator: dict[str, list[int]] = {}
        for n in self.calls:
            by_generator.setdefault(self.drawn[n].generator, []).append(n)
        found: dict[int, Array] = {}
        for calls in by_generator.values():
            ends = np.cumsum([self.weights[n].size for n in calls]).tolist()
            numbers = self._numbers(made(self.drawn[calls[0]].state), ends[-1])
            for n, end in zip(calls, ends, strict=True):
                found[n] = numbers[end - self.weights[n].size : end]
        return found

    @cached_property
    def _order(self) -> Literal["C", "F"] | None:
        """In which order weights take their numbers: by inputs, by neurons, or in neither."""
        W = self.weights[0]
        with np.errstate(all="ignore"):
            return _order(W, self._numbers(made(self.drawn[0].state), W.size))

    def _numbers(self, rng: np.random.Generator, count: int) -> Array:
        if self.uniform:
            return (2.0 * rng.random(count) - 1.0) * math.sqrt(3.0)
        return rng.standard_normal(count)

    @cached_property
    def off(self) -> dict[int, Fit]:
        """The calls whose factor or shift is another one, and is no matter of chance."""
        alike: dict[tuple[object, ...], list[int]] = {}
        for number, fit in self.fits.items():
            if fit.kept.all():
                one = self.drawn[number]
                alike.setdefault((one.shape, one.extra), []).append(number)
        sometimes = self._sometimes(alike.values())
        if sometimes:
            return sometimes
        agreeing = [numbers for numbers in alike.values() if self._agree(numbers)]
        if sum(len(numbers) > 1 for numbers in agreeing) < STEADY:
            return {}
        return {
            number: fit
            for numbers in agreeing
            for number in numbers
            if (fit := self.fits[number]).kept.size > CHANGED or len(numbers) > 1
            if abs(fit.factor - 1.0) > OFF or abs(fit.shift) > OFF
        }

    @cached_property
    def inexact(self) -> list[int]:
        """Where what is `off` is also wrong by less, and no more to blame there than elsewhere."""
        return [n for n, fit in self.fits.items() if abs(fit.factor - 1.0) > SAME or fit.shift]

    def _sometimes(self, alike: Iterable[Sequence[int]]) -> dict[int, Fit]:
        """The calls with a factor of their own, where most have exactly the right one.

        Who multiplies by a random factor does so each time: it is never exactly 1. That three
        weights agree on another factor by chance has a chance of 1e-20.
        """
        followed = [number for numbers in alike for number in numbers]
        right = [n for n in followed if abs(self.fits[n].factor - 1.0) < SAME]
        if 2 * len(right) < len(followed) or len(right) < STEADY:
            return {}
        others = {n: self.fits[n] for n in followed if abs(self.fits[n].factor - 1.0) > OFF}
        return {n: fit for n, fit in others.items() if fit.kept.size > 2 and fit.shift == 0.0}

    def _agree(self, numbers: Sequence[int]) -> bool:
        fits = [self.fits[number] for number in numbers]
        factors, shifts = [fit.factor for fit in fits], [fit.shift for fit in fits]
        return max(factors) - min(factors) < SAME and max(shifts) - min(shifts) < SAME

    @cached_property
    def cut(self) -> tuple[str, str] | None:
        """How numbers far out became other weights, in words, and what that shows; or None."""
        large = [fit.factor for fit in self.fits.values() if fit.kept.size > CHANGED]
        if not large or max(abs(factor - 1.0) for factor in large) > SAME:
            return None  # also where all are off by as little as single precision is
        given, now, stds = self._followed()
        moves = np.abs(now - given)
        changed = moves > PLAIN
        count = int(changed.sum())
        if not count or ((moves > SAME) & ~changed).any():
            return None
        words = f"{count:,} of {now.size:,} weights are"
        sizes = now[changed] * stds[changed]
        bound = float(sizes.max())
        far_out = bool((given[changed] * stds[changed]).min() > bound)
        if count > 1 and far_out and np.ptp(sizes) < SAME * bound:
            return f"{words} ±{bound:.4g}, where rng gave something beyond", "clipped"
        least = float(given[changed].min())
        if count >= CHANGED and now.size > 1000 and least > given[~changed].max():
            beyond = f"all those that were beyond {least:.3g} · std"
            id_ = "wrong-law" if self.uniform else "truncated"
            return f"{words} not as rng gave them: {beyond}", id_
        most = float(given[changed].max())
        if count >= CHANGED and now.size > 1000 and most < given[~changed].min():
            return f"{words} not as rng gave them: all those below {most:.3g} · std", "wrong-law"
        return None

    def _followed(self) -> tuple[Array, Array, Array]:
        """Sizes in units of std given by rng, those of weights, and std, of calls that follow."""
        found = []
        for n, z in self._given.items():
            given, now = np.abs(z), np.abs(self.weights[n].ravel(self._order or "C"))
            follows = n in self.fits or bool((np.abs(now - given) < SAME).any())
            # A size that all of a call are multiplied by is another claim's.
            fit = self.fits.get(n)
            if follows and (fit is None or fit.shift == 0.0):
                given = given * (fit.factor if fit else 1.0)
                found.append((given, now, np.full(now.size, self.drawn[n].std)))
        given, now, stds = map(np.concatenate, zip(*found, strict=True))
        return given, now, stds

    @cached_property
    def beside(self) -> tuple[str, str | None] | None:
        """How the number far out, or the tiny one, became another weight: in words, and an id."""
        for n in self.calls if self._order else ():
            what = self.drawn[n].beside
            if what not in ("far", "tiny"):
                continue
            given, now = np.abs(self._given[n]), np.abs(self.weights[n].ravel(self._order or "C"))
            given = given * float(np.median(now / given))
            kept = np.abs(now - given) < SAME
            if what == "tiny":  # of which rounding leaves less, where a 1 was added in between
                kept[0] = abs(now[0] - given[0]) < 0.1 * given[0]
            if kept[0] or 2 * kept.sum() < kept.size:
                continue
            words = (
                f"rng gave a number of {given[0]:.3g} · std, and the weight is {now[0]:.3g} · std"
            )
            if what == "far" and given[~kept].min() > given[kept].max():
                return words, "wrong-law" if self.uniform else "truncated"
            if what == "tiny" and kept[1:].all():
                return words, "small-set-to-zero" if not now[0] else None
        return None

    @cached_property
    def chosen(self) -> tuple[int, int, int] | None:
        """A call whose weights are numbers that rng gave after others, where with the same
        arguments fewer others came before: what is drawn decides whether it is kept.

        Returns:
            Its number, how many numbers came before, and how many in the other call; or None.
        """
        passed: dict[tuple[object, ...], int] = {}
        first = {self.drawn[n].generator: n for n in reversed(self.calls)}
        for n in sorted(first.values()):
            one = self.drawn[n]
            count = self._passed_over(n) if self.weights[n].size > 1 else None
            if count is None and not passed:
                return None  # drawn in another way
            if count is not None:
                other = passed.setdefault((one.shape, one.extra), count)
                if count != other:
                    return n, max(count, other), min(count, other)
        return None

    def _passed_over(self, n: int) -> int | None:
        """How many numbers come before the weights of a call: only as many as make whole arrays of
        weights, for how many what was drawn by another law takes the place of is chance."""
        ways = self.weights[n].ravel(), self.weights[n].ravel("F")
        size, state = ways[0].size, self.drawn[n].state
        for count in (1, MOST_DRAWS):  # nearly all take the first ones
            draws = self._numbers(made(state), count * size).reshape(count, size)
            for w in ways:
                taken = np.flatnonzero(np.abs(draws - w).max(axis=1) < SAME)
                if taken.size:
                    return int(taken[0]) * size
        return None

    @cached_property
    def uniform_terms(self) -> int:
        """How many uniform numbers a weight is the sum of, which is nearly a normal law; or 0."""
        W = next(self.weights[n] for n in self.calls if self.drawn[n].shape == ALIKE)
        generator = next(one for one in self.drawn if one.shape == ALIKE)
        if self.uniform or self._order is not None:
            return 0
        u = made(generator.state).random(MOST_TERMS * W.size)
        by_term = np.cumsum(u.reshape(MOST_TERMS, -1), axis=0)
        for count in range(2, MOST_TERMS + 1):
            by_weight = u[: count * W.size].reshape(-1, count).sum(axis=1)
            for numbers in (by_term[count - 1], by_weight):
                if _order(W, numbers - count / 2) is not None:
                    return count
        return 0


def _order(W: Array, numbers: Array) -> Literal["C", "F"] | None:
    """In which order W (fan_in, fan_out) follows numbers (fan_in · fan_out,), if it does."""
    if _fit(W, numbers.reshape(W.shape)) is not None:
        return "C"
    return None if _fit(W, numbers.reshape(W.shape, order="F")) is None else "F"


def _fit(W: Array, z: Array) -> Fit | None:
    """How W follows z, both (fan_in, fan_out), where more than half of it does."""
    sizes, given = np.abs(W), np.abs(z)
    factor = float(np.median(sizes / given))
    kept = np.abs(sizes - factor * given) < SAME
    if 2 * kept.sum() > W.size:
        return Fit(factor, 0.0, kept, z)
    if W.size <= CHANGED:  # too few to tell a shift from chance
        return None
    low, high = int(z.argmin()), int(z.argmax())
    factor = float((W.flat[high] - W.flat[low]) / (z.flat[high] - z.flat[low]))
    shift = float(W.flat[low]) - factor * float(z.flat[low])
    kept = np.abs(W - factor * z - shift) < SAME
    return Fit(abs(factor), shift, kept, z) if kept.all() else None

"""Judges random initializers: statistics, each with a stated chance of a false alarm.

No draw is compared with another generator's: any right way to use `rng` is right. Each of the
bounds (`bounds_of` counts them) refuses right code with a chance below `ALPHA`.

One cause is one failed claim. Bounds on means, sizes and laws hold for independent draws only: of
weights that depend on each other it is asked whether most calls have about the right size, no more.

    >>> from autograder.authoring.trying import answers_to
    >>> from autograder.checking.cases import Numbers
    >>> lecun = Drawing("lecun", spread=lambda fan_in, fan_out: fan_in**-0.5)
    >>> drawn, program = lecun.asks(Numbers(np.random.default_rng(0)))
    >>> def by_fan_out(fan_in, fan_out, rng):
    ...     return rng.normal(0.0, fan_out**-0.5, (fan_in, fan_out))
    >>> answers = answers_to(program, lecun=by_fan_out)
    >>> for judge in (judge_independence, judge_law, judge_source):
    ...     judge(drawn, answers)

That their spread is another one is seen by `judging_spread`.
"""

from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from autograder.catalogue import Failed, fail
from autograder.checking.chance import (
    ALPHA,
    DIGITS,
    SAME_DRAW,
    TESTS,
    dependence,
    scaled,
    seen_without_statistics,
)
from autograder.checking.draws import AHEAD, Drawing, Draws
from autograder.checking.judging import IN_PART
from autograder.checking.other_laws import another_law, too_even
from autograder.checking.sameness import have_in_common
from autograder.checking.sample import Sample, sample
from autograder.numerics import Array
from autograder.student.calls import Answer

# In units of std: of three weights of one value, to rounding; `_require_random_single_weights`.
ONE_WEIGHT = 1e-12


def bounds_of(drawing: Drawing) -> int:
    """How many bounds right draws are held to, of `ALPHA` each.

    For each corner: dependence, mean, size (two sides are one bound), largest weight. Over all:
    mean, size, law (four), largest weight, one value, digits, copies between calls (two),
    neighbours (two; two more in single rows and columns), evenness, unevenness (two), small sizes,
    single weights, arrangement (three: places, what halves share, and how steady sums are); and the
    size of calls together, each. The bounds on squares and means hold for every law here: those of
    a uniform number are nowhere more likely to be far out than those of a normal one of its spread,
    but for a factor of two (`tests/checking/test_laws.py`). What is held against the numbers of rng
    (`replaying`) adds less than 1e-12 to all of them.
    """
    if not drawing.independent:
        return 0
    return len(drawing.domain.corners) * (TESTS + 3) + 23 + len(drawing.together)


def judge_law(drawn: Sequence[Draws], answers: list[Answer]) -> None:
    """Fail when the weights follow another law, or are cut off."""
    seen = sample(drawn, answers)
    if not seen.independent:
        _require_many_numbers(seen)
        return
    if seen.uneven:  # numbers of several spreads have a law of their own, on some seeds
        return
    found = another_law(seen)
    if found is not None:
        raise Failed(found)


def _require_many_numbers(seen: Sample) -> None:
    for one, W in seen.large:
        if np.unique(np.round(np.abs(scaled(W)), DIGITS)).size > 1:
            return
        ran = one.words
    fail("all weights have one value, up to their sign", expected="random weights", ran=ran)


def judge_independence(drawn: Sequence[Draws], answers: list[Answer]) -> None:
    """Fail when weights are copies, mirror images, normalised, or depend on each other."""
    seen = sample(drawn, answers)
    everywhere = f"{seen.drawing.function}(…) {len(seen.large)} times"
    _require_all_digits(seen)
    if seen.come_again:
        _fail_dependent(
            "weights of one call come again in another one, as they were or with another sign",
            ran=everywhere,
            diagnosis="keeps-state",
        )
    if seen.dependent:
        number, failing = min(seen.dependent), list(seen.dependent)
        plain = any(seen_without_statistics(seen.large[n][1]) for n in failing)
        # What is seen by chance in a few calls has this name whichever they are.
        seldom = not plain and 2 * len(failing) < len(seen.large)
        _fail_dependent(
            seen.dependent[number],
            ran=seen.large[number][0].words,
            where=seen.where(failing) if plain else seen.where_shown(failing),
            diagnosis="not-independent" if seldom else None,
        )
    if seen.neighbours is not None:
        _fail_dependent(seen.neighbours, ran=everywhere)
    if seen.in_line is not None:
        words, numbers = seen.in_line
        _fail_dependent(words, ran=seen.large[numbers[0]][0].words, where=seen.where(numbers))
    if seen.arranged is not None:
        _fail_dependent(seen.arranged, ran=everywhere, diagnosis="not-independent")
    _require_nothing_exact(seen)
    if seen.replay.chosen is not None:
        number, most, least = seen.replay.chosen
        _fail_dependent(
            f"{most} numbers of rng were passed over, and {least or 'none'} of another one",
            ran=drawn[number].words,
            diagnosis="draws-chosen",
        )
    even = too_even(seen)
    if even is not None:
        _fail_dependent(even, ran=everywhere, diagnosis="not-independent")


def _require_all_digits(seen: Sample) -> None:
    if not seen.rounded:
        return
    number = min(seen.rounded)
    fail(
        seen.rounded[number],
        expected="weights as they were drawn, to the last digit",
        ran=seen.large[number][0].words,
        where=seen.where(list(seen.rounded)),
        diagnosis="rounded",
    )


def _require_nothing_exact(seen: Sample) -> None:
    """Small layers are not made exact either: by chance one is with 1e-8, all are never."""
    if not seen.drawing.independent:
        return
    words = ran = ""
    for one, W in reversed(seen.small):
        if min(W.shape) > 1:
            words, ran = dependence(W, ALPHA, one.std) or "", one.words
            if not words:
                return
    if words:
        fail(
            words,
            expected="weights that say nothing about each other",
            ran=ran,
            where="only for small layers",
            diagnosis="normalised",
        )


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


def judge_source(drawn: Sequence[Draws], answers: list[Answer]) -> None:
    """Fail when anything but the state of rng decides the weights, or drawing does not move it."""
    seen = sample(drawn, answers)
    if all(np.ptp(W) == 0.0 for _, W in seen.large):
        fail("all weights are the same", expected="random weights", ran=drawn[0].words)
    _require_other_draws(seen)
    _require_progress(seen)
    _require_own_memory(drawn, answers)
    _require_no_global_generator(drawn, answers)
    if seen.drawing.independent:  # a single orthogonal weight has two values to choose from
        _require_random_single_weights(seen)
    if not seen.come_again:  # which is what the claim on independence is about
        _require_the_same_again(seen)


def _require_other_draws(seen: Sample) -> None:
    """Other states of rng give other weights."""
    repeated = seen.few_generators or seen.repeated
    if repeated is not None:
        first, second = repeated
        one, other = seen.drawn[first], seen.drawn[second]
        used = one.generator == other.generator
        fail(
            "the second draw from one generator repeated the first"
            if used
            else "two generators in different states gave the same weights",
            expected="weights that depend on the state of rng, and a state that moves on",
            ran=f"{one.words}, and then {other.words}",
            diagnosis=_of_repetition(seen, second),
        )


def _require_the_same_again(seen: Sample) -> None:
    """The same state of rng gives the same weights."""
    for number, one in enumerate(seen.drawn):
        if one.again is not None:
            before, now = seen.arrays[one.again], seen.arrays[number]
            same = np.array_equal(before, now) or np.allclose(before, now, rtol=SAME_DRAW, atol=0.0)
            if not same:
                fail(
                    "two generators in the same state gave different weights",
                    expected="weights that depend on rng alone",
                    ran=f"{one.words}, with other calls in between",
                    # The same draws, of another size: calls are counted, or something is kept; or
                    # some of them, after what was left over.
                    diagnosis="keeps-state"
                    if _are_multiples(before, now) or have_in_common(before, now)
                    else "global-random",
                )


def _are_multiples(W: Array, V: Array) -> bool:
    # Quotients of doubles differ by 1e-15, and those of two draws hardly ever by less than 1e-3.
    return W.size > 1 and np.allclose(scaled(np.abs(W)), scaled(np.abs(V)), rtol=1e-9, atol=0.0)


def _require_no_global_generator(drawn: Sequence[Draws], answers: Sequence[Answer]) -> None:
    for one, answer in zip(drawn, answers, strict=True):
        if answer.elsewhere:
            fail(
                f"{one.drawing.function} draws from NumPy's global generator",
                expected="nothing is drawn by np.random itself, also where rng gives the seed",
                ran=one.words,
                diagnosis="global-random",
            )


def _require_own_memory(drawn: Sequence[Draws], answers: Sequence[Answer]) -> None:
    """No memory is handed out twice: what a second call writes, it would write into the first."""
    for one, answer in zip(drawn, answers, strict=True):
        if answer.shared:
            fail(
                "the weights of one call lie in the same memory as those of another one",
                expected="a new array each time",
                ran=f"{one.words}, several times",
                diagnosis="returns-shared-array",
            )


def _of_repetition(seen: Sample, number: int) -> str | None:
    """What it shows that this call gave the weights of an earlier one.

    A generator far ahead that gives what one of its seed gave, and other weights next, goes by its
    seed. One of few generators gives the same whenever rng begins alike, and others elsewhere.
    """
    ahead = [n for n, one in enumerate(seen.drawn) if one.generator == AHEAD]
    first, following = (seen.arrays[n] for n in ahead)
    if number == ahead[0] and not np.array_equal(first, following):
        return "rng-state-ignored"
    if seen.few_generators and not np.array_equal(first, seen.arrays[number]):
        return "few-generators"
    return None


def _require_random_single_weights(seen: Sample) -> None:
    """Three single weights of three generators: with 32 bits behind them, 5e-20 that all agree.

    Those of another law, or of normalised weights, are a few values, and agree on some seeds.
    """
    if not seen.independent or another_law(seen) is not None:
        return
    single = [float(W[0, 0]) / one.std for one, W in seen.small if W.size == 1]
    if len(single) > 2 and max(single) - min(single) < ONE_WEIGHT:
        fail(
            f"a single weight is {single[0]:.4g} · std, with every generator",
            expected="a random weight",
            ran=seen.small[0][0].words,
            where="only for a single weight",
            diagnosis=IN_PART,
        )


def _require_progress(seen: Sample) -> None:
    if seen.begun_anew is not None:
        first, second = (seen.large[number][0].words for number in seen.begun_anew)
        fail(
            "the second draw from one generator begins with the weights of the first",
            expected="weights that depend on the state of rng, and a state that moves on",
            ran=f"{first}, and then {second}",
        )

"""Whether wrong answers come of what was kept from earlier calls."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.checking.probe import AGAIN, TWIN, Case
from autograder.checking.sameness import answers_agree, argument_form
from autograder.checking.targets import is_right

if TYPE_CHECKING:
    from autograder.checking.judging import Judged


# The chance that calls which fail for any other reason all follow one with arguments alike: where
# all arguments are compared, and in all where only some of them are. Of 1,196 wrong files of the
# corpora this is said of four, and each of them keeps something.
BY_CHANCE = 5e-3
# That reckoning takes the order of calls for random, and corners with unusual numbers come late: a
# mean without the steepest entries fails in 13 of the 28 calls that follow others alike, 1.5e-3. Of
# the wrong files of the corpora that are told by it, the least has 6 of 12 that fail.
LEAST_SHARE = 0.5
AFTER_ALIKE = "only after calls whose arguments had the same shapes"


def comes_from_earlier(seen: Judged, number: int) -> bool:
    """Whether every wrong part of an answer is the right one to an earlier call.

    One at least to one call only: zeros and ones, and what is right for several calls, are likely
    wrong answers anyway. A single number is one that was kept when all second calls give what the
    first ones gave: a wrong share is a right one of another call often enough. Several single
    numbers must be those of one call.
    """
    verdict, truth = seen.verdicts[number], seen.cases[number].truth
    single = all(truth[name].array.size == 1 for name in verdict.wrong)
    if single and len(verdict.wrong) == 1 and not seen.second_calls_repeat:
        return False
    came = {
        name: [
            case
            for case in seen.cases[:number]
            if name in case.truth and is_right(verdict.parts[name], case.truth[name])
        ]
        for name in verdict.wrong
    }
    if single and not any(all(case in cases for cases in came.values()) for case in seen.cases):
        return False
    return all(came.values()) and any(
        _is_only_one(seen.cases, name, case) for name in came for case in came[name]
    )


def _is_only_one(cases: Sequence[Case], name: str, case: Case) -> bool:
    """Whether a part that is right for a case is right for no other one, but for the same call."""
    own = case.truth[name]
    return not np.isin(np.abs(own.array), (0.0, 1.0)).all() and not any(
        other.args is not case.args
        and name in other.truth
        and is_right(other.truth[name].array, own)
        for other in cases
    )


def second_calls_repeat(seen: Judged) -> bool:
    """Whether second calls with other numbers got the answers of the first, all of them.

    They were right once, or nothing shows that they are kept: few numbers are shares. And one of
    them is neither 0 nor 1, which many calls give for another reason.
    """
    pairs = [
        (case.origin, number)
        for number, case in enumerate(seen.cases)
        if case.repetition == TWIN
        and case.origin is not None
        and any(
            not is_right(seen.cases[case.origin].truth[name].array, expected)
            for name, expected in case.truth.items()
        )
    ]
    return any(not _is_0_or_1(seen.answers[first].value) for first, _ in pairs) and all(
        answers_agree(seen.answers[first], seen.answers[second]) and _was_right(seen, first)
        for first, second in pairs
    )


def _is_0_or_1(value: Any) -> bool:
    return isinstance(value, (float, np.generic, np.ndarray)) and bool(
        np.isin(value, (0.0, 1.0)).all()
    )


def _was_right(seen: Judged, number: int) -> bool:
    return any(
        not seen.verdicts[n].fails(None) and answers_agree(seen.answers[n], seen.answers[number])
        for n in range(number + 1)
    )


def fail_after_alike(seen: Judged, failing: Collection[int]) -> bool:
    """Whether calls fail just where an earlier one had arguments of the same shapes and settings.

    What is kept under shapes need not be a result: made with other numbers, what was kept on the
    way gives an answer that is right for no call at all.
    """
    calls = [number for number, case in enumerate(seen.cases) if case.repetition != AGAIN]
    if calls[0] in failing or not set(failing).issubset(calls):  # what nearly all show at once
        return False
    forms = {
        number: [argument_form(value) for value in seen.cases[number].args] for number in calls
    }
    places = range(len(seen.cases[0].args))
    for size in reversed(range(1, len(places) + 1)):
        bound = BY_CHANCE if size == len(places) else BY_CHANCE / (2 ** len(places) - 2)
        for chosen in combinations(places, size):
            after = _after_alike(forms, failing, chosen)
            if len(failing) < LEAST_SHARE * after:
                continue
            if after and comb(after, len(failing)) / comb(len(calls), len(failing)) < bound:
                return True
    return False


def _after_alike(
    forms: Mapping[int, Sequence[Hashable]], failing: Collection[int], chosen: Sequence[int]
) -> int:
    """How many calls follow one with the same forms at these places, if those that fail all do."""
    met: set[Hashable] = set()
    for number, form in forms.items():
        alike = tuple(form[place] for place in chosen)
        if alike not in met:
            if number in failing:
                return 0
            met.add(alike)
    return len(forms) - len(met)

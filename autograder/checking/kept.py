"""Whether wrong answers come of what was kept from earlier calls."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from itertools import combinations
from math import comb
from typing import Any

import numpy as np

from autograder.checking.probe import AGAIN, TWIN, Case
from autograder.checking.sameness import answers_agree, argument_form
from autograder.checking.targets import Verdict, is_right
from autograder.student.calls import Answer

# The chance that calls which fail for any other reason all follow one with arguments alike: where
# all arguments are compared, and in all where only some of them are. Of 1,196 wrong files of the
# corpora this is said of four, and each of them keeps something.
BY_CHANCE = 5e-3
# That reckoning takes the order of calls for random, and corners with unusual numbers come late: a
# mean without the steepest entries fails in 13 of the 28 calls that follow others alike, 1.5e-3. Of
# the wrong files of the corpora that are told by it, the least has 6 of 12 that fail.
LEAST_SHARE = 0.5
AFTER_ALIKE = "only after calls whose arguments had the same shapes"


def comes_from_earlier(
    cases: Sequence[Case], verdict: Verdict, number: int, repeats: Callable[[], bool]
) -> bool:
    """Whether every wrong part of an answer is the right one to an earlier call.

    One at least to one call only: zeros and ones, and what is right for several calls, are likely
    wrong answers anyway. A single number is one that was kept when all second calls give what the
    first ones gave: a wrong share is a right one of another call often enough. Several single
    numbers must be those of one call.

    Args:
        cases: what was asked.
        verdict: what is wrong with the answer.
        number: of its case.
        repeats: `second_calls_repeat` of all answers.
    """
    truth = cases[number].truth
    single = all(truth[name].array.size == 1 for name in verdict.wrong)
    if single and len(verdict.wrong) == 1 and not repeats():
        return False
    came = {
        name: [
            case
            for case in cases[:number]
            if name in case.truth and is_right(verdict.parts[name], case.truth[name])
        ]
        for name in verdict.wrong
    }
    if single and not any(all(case in right for right in came.values()) for case in cases):
        return False
    return all(came.values()) and any(
        _is_only_one(cases, name, case) for name in came for case in came[name]
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


def second_calls_repeat(
    cases: Sequence[Case], answers: Sequence[Answer], verdicts: Sequence[Verdict]
) -> bool:
    """Whether second calls with other numbers got the answers of the first, all of them.

    They were right once, or nothing shows that they are kept: few numbers are shares. And one of
    them should be another one, and is neither 0 nor 1, which many calls give for another reason.
    """
    pairs = [
        (case.origin, number)
        for number, case in enumerate(cases)
        if case.repetition == TWIN
        and case.origin is not None
        and case.args is not cases[case.origin].args
    ]

    def was_right(number: int) -> bool:
        return any(
            not verdicts[n].fails(None) and answers_agree(answers[n], answers[number])
            for n in range(number + 1)
        )

    def shows(first: int, second: int) -> bool:
        return not _is_0_or_1(answers[first].value) and any(
            not is_right(cases[first].truth[name].array, expected)
            for name, expected in cases[second].truth.items()
        )

    return any(shows(*pair) for pair in pairs) and all(
        answers_agree(answers[first], answers[second]) and was_right(first)
        for first, second in pairs
    )


def _is_0_or_1(value: Any) -> bool:
    return isinstance(value, (float, np.generic, np.ndarray)) and bool(
        np.isin(value, (0.0, 1.0)).all()
    )


def fail_after_alike(cases: Sequence[Case], failing: Collection[int]) -> bool:
    """Whether calls fail just where an earlier one had arguments of the same shapes and settings.

    What is kept under shapes need not be a result: made with other numbers, what was kept on the
    way gives an answer that is right for no call at all.
    """
    calls = [number for number, case in enumerate(cases) if case.repetition != AGAIN]
    if calls[0] in failing or not set(failing).issubset(calls):  # what nearly all show at once
        return False
    forms = {number: [argument_form(value) for value in cases[number].args] for number in calls}
    places = range(len(cases[0].args))
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

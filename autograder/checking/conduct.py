"""Judges how a function behaves besides its values: what it changes, shares and keeps.

>>> from autograder.authoring.template.checks import PROBE
>>> from autograder.authoring.trying import answers_to
>>> def in_place(x, width):
...     x /= width
...     return np.convolve(x, np.ones(width), "valid")
>>> cases, program = PROBE.asks(np.random.default_rng(0))
>>> judge_conduct(PROBE, cases, answers_to(program, moving_average=in_place))
Traceback (most recent call last):
autograder.failing.Failed: moving_average changes its first argument
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.catalogue import Failed, fail
from autograder.checking.judging import Judged, judged
from autograder.checking.kept import AFTER_ALIKE
from autograder.checking.probe import AGAIN, FIRST, TWIN, Case, Probe
from autograder.checking.sameness import same
from autograder.student.calls import Answer
from autograder.student.guest.values import Described

SAME = "the same arguments give the same result, and others their own"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def judge_conduct(probe: Probe, cases: Sequence[Case], answers: Sequence[Answer]) -> None:
    """Fail when arguments are changed, memory is shared, or state is kept between calls."""
    seen = judged(probe, cases, answers)
    _require_some_form(seen)
    _require_unchanged(seen)
    # What comes from an earlier call is likely to be its very memory.
    for require in (_require_own_memory, _require_no_state)[:: -1 if seen.shows_state else 1]:
        require(seen)


def _require_some_form(seen: Judged) -> None:
    """So that nothing earns nothing: what is no array, or one number whatever goes in."""
    failing = [number for number, verdict in enumerate(seen.verdicts) if verdict.fails(None)]
    if not failing or _says_something(seen):
        return
    first = seen.verdicts[failing[0]]
    if first.trouble is not None:
        first.trouble.ran = seen.probe.in_words(seen.cases[failing[0]].args)
        raise first.trouble
    raise Failed(seen.finding(failing[0]))


def _says_something(seen: Judged) -> bool:
    """Whether the answers are more than one number, where more than one is asked for.

    An array of many entries in the right shape is more, whatever it holds.
    """
    asked: set[str] = set()
    given: set[str] = set()
    for case, answer, verdict in zip(seen.cases, seen.answers, seen.verdicts, strict=True):
        right = {name: expected.array for name, expected in case.truth.items()}
        wrong = verdict.fails(None)
        parts = verdict.parts
        if not wrong and not parts:  # it was found right without being read
            parts = seen.probe.unpack(answer.value, case.args, "")
        asked |= _ends(right.values())
        if all(isinstance(part, (np.ndarray, np.generic)) for part in parts.values()):
            given |= _ends(parts.values())
            if wrong and any(
                array.size > 1 and name in parts and parts[name].shape == array.shape
                for name, array in right.items()
            ):
                return True
        if len(given) > 1:
            return True
    return bool(given) and len(asked) == 1


def _ends(arrays: Iterable[Any]) -> set[str]:
    """The least and the largest number of each array, of any shape; in words, for nan is none."""
    return {str(end + 0) for x in arrays if x.size for end in (np.min(x), np.max(x))}  # no -0


def _watched(seen: Judged) -> list[int]:
    return [number for number, case in enumerate(seen.cases) if case.repetition != AGAIN]


def _require_unchanged(seen: Judged) -> None:
    changed: dict[int, str] = {}
    for number in _watched(seen):
        case, answer = seen.cases[number], seen.answers[number]
        if seen.writes(number):
            changed[number] = "writes into an array that it was given"
        elif answer.trouble is None and answer.sent_after is not None:
            pairs = zip(case.args, answer.after, strict=False)  # what was given by position
            places = [
                f"{which} argument{_key_of_change(before, after)}"
                for which, (before, after) in zip(_ORDINALS, pairs, strict=False)
                if not isinstance(before, Described) and not same(before, after, rtol=0.0)
            ]
            if places:
                changed[number] = f"changes its {places[0]}"
    if changed:
        number = min(changed)
        fail(
            f"{seen.probe.function} {changed[number]}",
            expected="arguments stay as they were",
            ran=seen.probe.in_words(seen.cases[number].args),
            where=seen.region(changed, _watched(seen)).words,
            diagnosis="changes-its-arguments",
        )


def _key_of_change(before: Any, after: Any) -> str:
    """Where in a dict or a list of arrays the first change is: `['W1']`; else nothing."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        keys = [key for key in before if not same(before[key], after[key], rtol=0.0)]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        keys = [number for number, (one, other) in pairs if not same(one, other, rtol=0.0)]
    else:
        return ""
    return f", at [{keys[0]!r}]" if keys else ""


def _require_own_memory(seen: Judged) -> None:
    shared = dict(_shared(seen))
    # Parts of a wrong answer may be one for the very reason that it is wrong.
    own = [n for n in shared if seen.never_right or not seen.verdicts[n].fails(None)]
    if own:
        first, second = shared[own[0]]
        among_results = first.startswith("result") and second.startswith("result")
        fail(
            f"{_spoken(first)} of {seen.probe.function} shares its memory with {_spoken(second)}",
            expected="every returned array is new",
            ran=seen.probe.in_words(seen.cases[own[0]].args),
            where=seen.region(shared, _watched(seen)).words,
            diagnosis="arrays-shared" if among_results else "returns-shared-array",
        )


def _shared(seen: Judged) -> Iterator[tuple[int, tuple[str, str]]]:
    """The calls in which arrays share memory that may not, and two of them."""
    for number in _watched(seen):
        if pairs := seen.answers[number].shared:
            allowed = {frozenset(pair) for pair in seen.probe.may_share(*seen.cases[number].args)}
            left = [pair for pair in pairs if frozenset(pair) not in allowed]
            if left:
                yield number, left[0]


def _spoken(name: str) -> str:
    return name if name.startswith("result[") else f"the {name}"


def _by_earlier_calls(seen: Judged) -> Iterator[int]:
    """Calls with right answers to other calls, or with other answers than the first time."""
    values_wrong = bool(seen.wrong_values())
    for number, case in enumerate(seen.cases):
        if case.repetition == AGAIN:
            if seen.differs(number):
                yield number
        elif seen.is_stale(number) or (
            case.repetition == TWIN
            and not values_wrong
            and seen.verdicts[number].fails(None)
            and not seen.writes(number)
        ):
            yield number


def _require_no_state(seen: Judged) -> None:
    if seen.keeps_under_forms:
        number = min(seen.wrong)
        fail(
            f"{seen.probe.function} is right at first, and wrong after calls with like arguments",
            expected=SAME,
            ran=seen.probe.in_words(seen.cases[number].args),
            where=AFTER_ALIKE,
            diagnosis="keeps-state",
        )
    if not seen.shows_state or seen.never_right:
        return
    kept = set(_by_earlier_calls(seen))
    later = {number for number, case in enumerate(seen.cases) if case.repetition != FIRST}
    number = min(kept)
    case = seen.cases[number]
    what = (
        f"{seen.probe.function} returns what is right for an earlier call with other numbers"
        if seen.is_stale(number)
        else f"{seen.probe.function} answers by what it was called with before, not by its "
        "arguments alone"
    )
    among = sorted(later) if kept <= later else range(len(seen.cases))
    where = seen.region(kept, among)
    fail(
        what,
        expected=SAME,
        ran=seen.probe.in_words(case.args),
        # Which of the calls that are affected fail goes by their order: what is said of none of
        # them is true of the first ones only.
        where=where.words if where.hint == "keeps-state" or (where.exact and kept <= later) else "",
        diagnosis="keeps-state",
    )

"""Holds the answers to a probe against what is right, and judges the values.

>>> from autograder.authoring.template.checks import PROBE
>>> from autograder.authoring.trying import answers_to
>>> def always_two(x, width):
...     return np.convolve(x, np.ones(2) / 2, "valid") if width > 1 else x.copy()
>>> cases, program = PROBE.asks(np.random.default_rng(0))
>>> try:
...     judge_values(PROBE, cases, answers_to(program, moving_average=always_two))
... except Failed as failed:
...     print(failed.finding.observed, failed.finding.where, sep="; ")
the result has shape (8,); everywhere but for a single value and for a width of 1
"""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

import numpy as np

from autograder.catalogue import Failed, Finding, fail
from autograder.checking.domain import Corner
from autograder.checking.intake import as_expected, each_off
from autograder.checking.kept import comes_from_earlier, fail_after_alike, second_calls_repeat
from autograder.checking.layouts import holds_read_only
from autograder.checking.outlines import found_right, learn
from autograder.checking.probe import AGAIN, FIRST, Case, Pair, Probe
from autograder.checking.regions import EVERYWHERE, Region, region
from autograder.checking.sameness import answers_agree
from autograder.checking.targets import RIGHT, Verdict, is_right
from autograder.student.calls import Answer, Trouble

# Right in one part of the domain, and wrong in another, which the region's sentence names.
IN_PART = "only-in-part"
MAX_LISTED = 8  # parts of an answer up to which the right ones are listed, too
# What is said about a form says less than the part of the domain where it occurs.
SHALLOW = frozenset({None, "transposed", "wrong-shape", "wrong-count", "not-finite"})


class Judged:
    """The answers to a probe, each held against what is right."""

    def __init__(self, probe: Probe, cases: Sequence[Case], answers: Sequence[Answer]) -> None:
        self.probe = probe
        self.cases = cases
        self.answers = answers
        self.verdicts: list[Verdict] = []
        self._stale: dict[int, bool] = {}
        with np.errstate(all="ignore"):
            right = found_right(probe, cases, answers)
            for case, answer, is_known in zip(cases, answers, right, strict=True):
                self.verdicts.append(RIGHT if is_known else self._verdict(case, answer))
            if not any(right) and not any(verdict.fails(None) for verdict in self.verdicts):
                learn(probe, cases, answers)

    def _verdict(self, case: Case, answer: Answer) -> Verdict:
        if answer.trouble is not None:
            return Verdict(trouble=answer.trouble)
        origin = case.origin
        if origin is not None and case.repetition == AGAIN:
            first = self.answers[origin]
            if first.trouble is None and answer.sent == first.sent:
                return self.verdicts[origin]
        try:
            parts = self.probe.unpack(answer.value, case.args, "")
        except Trouble as trouble:  # bytes that are no value
            return Verdict(trouble=trouble)
        except Failed as failed:
            return Verdict(refused=failed.finding)
        if not parts.keys() >= case.truth.keys():
            raise ValueError(
                f"the truth of {self.probe.function} has the parts {', '.join(case.truth)}, and "
                f"what its probe unpacks has {', '.join(parts)}"
            )
        wrong = [
            name for name, expected in case.truth.items() if not is_right(parts[name], expected)
        ]
        return Verdict(parts=parts, wrong=tuple(wrong))

    @cached_property
    def _failing(self) -> Sequence[int]:
        return [number for number, verdict in enumerate(self.verdicts) if verdict.fails(None)]

    # --- values ---------------------------------------------------------------------------------

    def wrong_values(self, names: Collection[str] | None = None) -> list[int]:
        """The numbers of the cases whose values are wrong by themselves; see `probe`."""
        wrong = [number for number in self.wrong if self.verdicts[number].fails(names)]
        if not wrong or self.keeps_under_forms:
            return []
        first = any(self.cases[number].repetition == FIRST for number in wrong)
        return wrong if first or not self.shows_state else []

    @cached_property
    def wrong(self) -> Sequence[int]:
        """The numbers of the cases that are wrong by themselves, whatever is kept between them."""
        return [
            number
            for number in self._failing
            if self.cases[number].repetition != AGAIN and not self._excused(number)
        ]

    @cached_property
    def keeps_under_forms(self) -> bool:
        """Whether values are wrong only where an earlier call had arguments of the same forms:
        by what was kept, if they are the right ones to no call at all."""
        if not fail_after_alike(self.cases, self.wrong):
            return False
        tried = [n for n, case in enumerate(self.cases) if case.repetition != AGAIN]
        return not self.region(self.wrong, tried).exact

    @cached_property
    def shows_state(self) -> bool:
        """Whether an answer is the right one to another call, or another one the second time.

        A second call with other numbers that is wrong in another way shows none: its numbers may
        be what it fails on.
        """
        return any(
            self.is_stale(number) if case.repetition != AGAIN else self.differs(number)
            for number, case in enumerate(self.cases)
        )

    @cached_property
    def never_right(self) -> bool:
        """Whether every first call is wrong by itself: a claim on values, and on nothing else."""
        return all(
            verdict.fails(None) and not self._excused(number)
            for number, verdict in enumerate(self.verdicts)
            if self.cases[number].repetition == FIRST
        )

    def differs(self, number: int) -> bool:
        """Whether a call that is made again gets another answer than the first time."""
        origin = self.cases[number].origin
        return origin is not None and not answers_agree(self.answers[origin], self.answers[number])

    def _excused(self, number: int) -> bool:
        return (
            self.writes(number)
            or self.is_stale(number)
            or any(
                case.origin == number
                and case.repetition == AGAIN
                and not self.verdicts[later].fails(None)
                for later, case in enumerate(self.cases)
            )
        )

    def writes(self, number: int) -> bool:
        """Whether a call ended because it wrote into a read-only array that it was given.

        The text of an error is the student's, who may say so of any call.
        """
        trouble = self.answers[number].trouble
        if trouble is None or "read-only" not in trouble.observed:
            return False
        return holds_read_only(self.cases[number].args)

    def is_stale(self, number: int) -> bool:
        """Whether every wrong part of an answer is the right one to an earlier call."""
        if number not in self._stale:  # each claim on these answers asks for it again
            verdict = self.verdicts[number]
            self._stale[number] = bool(verdict.wrong) and comes_from_earlier(
                self.cases, verdict, number, lambda: self.second_calls_repeat
            )
        return self._stale[number]

    @cached_property
    def second_calls_repeat(self) -> bool:
        """Whether second calls with other numbers got the answers of the first, all of them."""
        return second_calls_repeat(self.cases, self.answers, self.verdicts)

    def finding(self, number: int, names: Collection[str] | None = None) -> Finding:
        """What is wrong with one answer that can be read, in words."""
        case, verdict = self.cases[number], self.verdicts[number]
        ran = self.probe.in_words(case.args)
        try:
            if verdict.refused is not None:
                self.probe.unpack(self.answers[number].value, case.args, ran)
                return verdict.refused
            wrong: dict[str, Pair] = {}
            for name in verdict.wrong:
                if names is None or name in names:
                    expected = case.truth[name].array
                    array = as_expected(verdict.parts[name], expected, name, ran)
                    wrong[name] = array, expected
        except Failed as failed:
            return failed.finding
        if self.probe.says is not None:
            return Finding(self.probe.says(case.args, wrong), ran=ran)
        right = [name for name in case.truth if name not in verdict.wrong]
        return Finding(each_off(wrong, right if len(case.truth) <= MAX_LISTED else []), ran=ran)

    def region(self, failing: Collection[int], among: Sequence[int]) -> Region:
        """Where some cases among others fail."""
        return region(
            self.probe.domain,
            [self.cases[number].corner for number in among],
            [number in failing for number in among],
        )


_last: list[Judged] = []


def judged(probe: Probe, cases: Sequence[Case], answers: Sequence[Answer]) -> Judged:
    """The answers held against what is right; the last ones are remembered.

    Several checks judge the same answers, one after the other.
    """
    if not _last or _last[0].cases is not cases or _last[0].answers[0] is not answers[0]:
        _last[:] = [Judged(probe, cases, answers)]
    return _last[0]


def judge_values(
    probe: Probe,
    cases: Sequence[Case],
    answers: Sequence[Answer],
    names: Collection[str] | None = None,
    among: Callable[[Corner], bool] = lambda corner: True,
) -> None:
    """Fail when values are wrong, with where in the domain and, if it is known, the idea behind.

    Args:
        probe: what was asked.
        cases: as `probe.asks` drew them.
        answers: to its calls.
        names: the parts of the answers that this claim is about; all of them when it is None.
        among: the corners that this claim is about.

    Raises:
        ValueError: no corner of the domain is among them, so that the claim says nothing.
    """
    if not any(among(case.corner) for case in cases):
        raise ValueError(f"a claim on {probe.function} is about no corner of its domain")
    seen = judged(probe, cases, answers)
    everywhere = seen.wrong_values(names)
    wrong = [number for number in everywhere if among(cases[number].corner)]
    if not wrong:
        return
    where = _where(seen, everywhere)
    trouble = seen.verdicts[wrong[0]].trouble
    if trouble is not None:
        trouble.ran, trouble.where = probe.in_words(cases[wrong[0]].args), where.words
        trouble.alone = not seen.shows_state
        raise trouble
    found = seen.finding(wrong[0], names)
    diagnosis = found.diagnosis
    if diagnosis in SHALLOW:
        diagnosis = where.hint or diagnosis or (None if where.words == EVERYWHERE else IN_PART)
    fail(
        found.observed,
        expected=found.expected,
        ran=found.ran,
        where=where.words,
        diagnosis=diagnosis,
        # Alone, the call of a function that remembers earlier ones may well be right.
        calls=() if seen.shows_state else shown_by(cases, wrong[0]),
    )


def _where(seen: Judged, wrong: Sequence[int]) -> Region:
    kinds = {seen.cases[number].repetition for number in wrong}
    tried = [number for number, case in enumerate(seen.cases) if case.repetition in kinds]
    where = seen.region(wrong, tried)
    if not where.exact and seen.shows_state:
        return Region("", "keeps-state")  # which calls fail goes by their order
    return where


def shown_by(cases: Sequence[Case], number: int) -> tuple[int, ...]:
    """The calls that show what is wrong with one: what it repeats comes before it."""
    origin = cases[number].origin
    return (number,) if origin is None else (origin, number)

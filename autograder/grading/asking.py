"""Asks a student what checks ask, in as few round trips as can be."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from autograder.catalogue import Assignment, Check, CheckQuestion, Failed
from autograder.checking.calls_in_words import call_in_words
from autograder.grading.case_sets import CASE_SETS, CaseChoice, CaseSet
from autograder.student.calls import Answer, Program, Trouble, value_of
from autograder.student.guest.values import Encoded
from autograder.student.host.process import Lost
from autograder.student.host.programs import answers_of, encoded_steps
from autograder.student.host.remote import RemoteStudent

MAX_QUESTIONS = 32  # that ask something of their own; weight_init has 23, of 0.16 MB each
# Of a check on one set of cases, replies that are known to pass: 0.1 KB each, so that 32 sets of 57
# checks take 6 MB at most. The right corpus of the first lesson, each way to write a function
# beside solutions of the others, gives 91 replies at most to a question, and 13 at the median.
MAX_PASSED = 32


@dataclass(frozen=True, slots=True)
class Prepared:
    """A question on one set of cases, ready to be sent.

    Attributes:
        drawn: the cases.
        program: the calls.
        encoded: the calls as they are sent.
        passed: what is known to pass: ids of checks, with the digests of replies that they passed.
    """

    drawn: Any
    program: Program
    encoded: Encoded
    passed: dict[str, set[bytes]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnreadReply:
    """What came to a question that was asked together with others, not decoded, and its digest."""

    ready: Prepared
    data: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class JudgeInput:
    """What a judge gets, or why there is nothing to judge.

    Attributes:
        drawn: the cases.
        program: the calls.
        answers: to each of them.
        refusal: why the check fails without a judge: the process was lost, or a call that declares
            what it returns did not return that.
    """

    drawn: Any
    program: Program
    answers: list[Answer]
    refusal: Trouble | Failed | None = None

    def ran(self, trouble: Trouble | None = None) -> str:
        """The call that came to a trouble, in words; without one, the only call there is."""
        if trouble is None:
            return call_in_words(self.program[0]) if len(self.program) == 1 else ""
        for call, answer in zip(self.program, self.answers, strict=False):
            if answer.trouble is trouble:
                return call_in_words(call, self.program)
        return ""

    def printed(self, calls: Sequence[int]) -> str:
        """What some calls printed; of no call in particular, the first output that there is."""
        told = [self.answers[number] for number in calls] or self.answers
        return next((answer.printed for answer in told if answer.printed), "")


class Inquiry:
    """What is asked of one student, and what came back.

    All questions go first, together (`ask_together`): a round trip wakes two processes, which costs
    more than most of what is asked. When the process is lost on the way, nobody knows by which of
    them, and each is asked alone when it is judged. Answers are kept, so that checks with the same
    question judge the same ones. While functions are answered in the student's place, their answers
    are others: questions are asked once more for each set of such functions.

    A set of cases is met by many students of a class: what is drawn, and its encoding, is made once
    (`prepared_for`) and must not be changed by anybody. Most of their replies are the same to the
    byte, too, for right code differs in its words more often than in its numbers. A judge sees
    nothing but cases and reply, so what it has passed it would pass again (`has_passed`), and the
    reply is not even read: of 12 ms of the grader that leaves 3.
    """

    def __init__(self, assignment: Assignment, student: RemoteStudent, choice: CaseChoice) -> None:
        self.assignment = assignment
        self.student = student
        self.choice = choice
        self._replies: dict[CheckQuestion, UnreadReply] = {}
        self._answered: dict[tuple[CheckQuestion, tuple[str, ...]], JudgeInput] = {}

    def ask_together(self, questions: Iterable[CheckQuestion]) -> None:
        """Ask all of them that have no answer yet in one round trip."""
        prepared = {}
        for question in dict.fromkeys(questions):
            if question in self._replies or (question, ()) in self._answered:
                continue
            # What ends it before it asks ends it again when the check is judged.
            with contextlib.suppress(Exception):
                prepared[question] = self.prepare(question)
        replies = self.student.run_all([ready.encoded for ready in prepared.values()])
        for (question, ready), reply in zip(prepared.items(), replies or (), strict=False):
            self._replies[question] = UnreadReply(ready, reply, hashlib.sha256(reply).digest())

    def has_passed(self, check: Check) -> bool:
        """Whether a check has passed this very reply before, of whomever."""
        reply = self._replies.get(check.question)
        return reply is not None and reply.digest in reply.ready.passed.get(check.id, ())

    def passes(self, check: Check) -> None:
        """Remember that a check passes what came to its question."""
        reply = self._replies.get(check.question)
        if reply is not None:
            digests = reply.ready.passed.setdefault(check.id, set())
            if len(digests) < MAX_PASSED:
                digests.add(reply.digest)

    def answered(self, question: CheckQuestion, replaced: Sequence[str] = ()) -> JudgeInput:
        """What was drawn and what was answered.

        Args:
            replaced: the functions that are answered in the student's place just now.

        Raises:
            Exception: whatever `asks` raises, which is the fault of its author.
        """
        key = question, tuple(replaced)
        if not replaced and key not in self._answered and (reply := self._replies.get(question)):
            try:
                answers = answers_of(reply.ready.program, reply.data)
                self._answered[key] = _answered(reply.ready, answers)
            except Lost:  # no answer to this one: asked alone, it will say so
                del self._replies[question]
        if key not in self._answered:
            ready = self.prepare(question)
            try:
                answers = self.student.run(ready.program, ready.encoded)
                self._answered[key] = _answered(ready, answers)
            except Trouble as trouble:  # the process is lost, and with it all of them
                self._answered[key] = JudgeInput(ready.drawn, ready.program, [], trouble)
        return self._answered[key]

    def prepare(self, question: CheckQuestion) -> Prepared:
        """A question on the cases of this student, made once for all who get the same cases.

        Raises:
            Exception: whatever `asks` raises, which is the fault of its author.
        """
        return prepared_for(question, self.assignment.cases, self.choice.case_set)


@lru_cache(maxsize=CASE_SETS * MAX_QUESTIONS)
def prepared_for(
    question: CheckQuestion, cases: Callable[[Any], Any], case_set: CaseSet
) -> Prepared:
    """A question on a set of cases, drawn with what an assignment calls `cases`."""
    drawn, program = question.asks(cases(case_set.generator(question.cases)))
    return Prepared(drawn, program, encoded_steps(program))


def _answered(ready: Prepared, answers: list[Answer]) -> JudgeInput:
    refusal: Trouble | Failed | None = None
    for call, answer in zip(ready.program, answers, strict=True):
        if call.returns is not None and refusal is None:
            try:
                answer.value = call.returns(value_of(answer), "the result", "")
            except Trouble as trouble:
                refusal = trouble
            except Failed as unfit:
                ran = unfit.finding.ran or call_in_words(call, ready.program)
                refusal = Failed(replace(unfit.finding, ran=ran), unfit.kept)
    return JudgeInput(ready.drawn, ready.program, answers, refusal)

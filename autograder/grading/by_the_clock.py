"""Whether a check that counts lines would hold by the kernel's clock as well.

Lines and bytes are counted in the student's process, where code that means harm can have them
counted wrongly, or work otherwise while they are. So the function is asked once more, on cases of
its own (`Assignment.timed`) that nobody has seen, and how long the process runs is seen from
outside: time cannot be exchanged for memory. A clock decides no points: it differs from machine to
machine. Where it contradicts what was counted, a person is told.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from autograder.catalogue import Assignment, Check, CheckQuestion, Failed
from autograder.grading.case_sets import CASE_SETS, CaseChoice, CaseSet
from autograder.model import Note
from autograder.notes import BY_THE_CLOCK
from autograder.student.calls import Answer, FixedProgram, Trouble
from autograder.student.host.remote import RemoteStudent

# Seconds of a reference machine, without the reading of the files, until which a hand-in has been
# too quick for what is looked for, so that hardly anybody else pays for it, about 1 ms. On a quiet
# machine the solutions take 0.025, as scripts and in notebooks, and most right ways up to 0.031;
# with complex steps made in one array it is 0.044, with loops 0.05 to 0.14, and with steps one by
# one 0.2.
QUICK_SECONDS = 0.035
TIMES = 3  # that it is asked, each on other cases; all of them have to contradict


class KernelClock:
    """Asks a student's functions once more, each call by itself.

    Args:
        assignment: whose cases.
        student: whose functions; in a process whose clock the kernel keeps.
        choice: decides the cases that were asked; others are asked here.
    """

    def __init__(self, assignment: Assignment, student: RemoteStudent, choice: CaseChoice) -> None:
        self._assignment = assignment
        self._student = student
        self._choice = choice
        self._begun = student.seconds()

    def contradictions(self, check: Check) -> list[Note]:
        """A note when the time of a function does not go with a check on it that has passed."""
        if check.name not in self._assignment.timed:
            return []
        if self._student.seconds() - self._begun < QUICK_SECONDS:
            return []
        asks, judge = self._assignment.timed[check.name]
        question, took = CheckQuestion(asks, f"{check.name} by the clock"), ""
        for number in range(TIMES):
            own = self._choice.case_set
            others = replace(own, which=f"{own.which} {number}")
            drawn, calls = _drawn(question, self._assignment.cases, others)
            try:
                answers = [self._timed(call) for call in calls]
                judge(drawn, answers)
                return []
            except Failed:
                milliseconds = [f"{a.function} {a.nanoseconds / 1e6:.3g}" for a in answers]
                took = ", ".join(milliseconds)
            except Trouble:  # it does not answer again, which other checks are about
                return []
        return [BY_THE_CLOCK(function=check.function, took=took)]

    def _timed(self, call: FixedProgram) -> Answer:
        before = self._student.seconds()
        (answer,) = self._student.run(call)
        answer.nanoseconds = round(1e9 * (self._student.seconds() - before))
        return answer


@lru_cache(maxsize=CASE_SETS)  # nearly all need the first of their cases only
def _drawn(
    question: CheckQuestion, cases: Callable[[Any], Any], case_set: CaseSet
) -> tuple[Any, list[FixedProgram]]:
    """Cases, and each call on them by itself: encoding them took the grader longer (1.3 ms) than
    to wait for the student, and whoever has the same cases is asked the same."""
    drawn, program = question.asks(cases(case_set.generator(question.cases)))
    return drawn, [FixedProgram([call]) for call in program]

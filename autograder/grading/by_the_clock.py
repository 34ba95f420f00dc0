"""Whether a check that counts lines would hold by the kernel's clock as well.

Lines and bytes are counted in the student's process, where code that means harm can have them
counted wrongly, or work otherwise while they are. So the check's question is asked once more, on
cases that nobody has seen and without counting, and how long the process runs is seen from outside.
A clock decides no points: it differs from machine to machine. Where it contradicts what was
counted, a person is told.

Of 126 right ways to write the first lesson none comes near the bounds of its one check that counts:
by the clock, on two busy cores, growth is 4.2 at most and the ratio 4.9, where 14 and 39 are
allowed. Complex steps that take the counting off have 31 and 60.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from autograder.catalogue import Assignment, Check, CheckQuestion, Failed
from autograder.grading.asking import prepared_for
from autograder.grading.draw import Draw
from autograder.model import Note
from autograder.notes import BY_THE_CLOCK
from autograder.student.calls import Answer, Call, Program, Trouble
from autograder.student.host.remote import RemoteStudent

# Seconds of a reference machine until which a hand-in has been too quick for what is looked for, so
# that nobody else pays for it. Right work written with arrays takes 0.02 to 0.06, with loops 0.12;
# complex steps take 0.15.
QUICK_SECONDS = 0.06
TIMES = 2  # that a question is asked, each on other cases; all of them have to contradict

Asked = tuple[Any, Program, list[Answer]]


class KernelClock:
    """Asks a student's functions once more, each call that is counted by itself.

    Args:
        assignment: whose cases.
        student: whose functions; in a process whose clock the kernel keeps.
        draw: decides the cases that were asked; others are asked here.
    """

    def __init__(self, assignment: Assignment, student: RemoteStudent, draw: Draw) -> None:
        self._assignment = assignment
        self._student = student
        self._draw = draw
        self._known: dict[tuple[CheckQuestion, int], Asked] = {}

    def contradictions(self, check: Check) -> list[Note]:
        """A note when a check that has passed fails with nanoseconds in the place of lines."""
        if self._student.seconds() < QUICK_SECONDS:
            return []
        own = prepared_for(check.question, self._assignment.cases, self._draw.case_set)
        if not any(call.count for call in own.program):
            return []
        took = ""
        for number in range(TIMES):
            took = self._contradiction(check, number)
            if not took:
                return []
        return [BY_THE_CLOCK(function=check.function, took=took)]

    def _contradiction(self, check: Check, number: int) -> str:
        """How long each counted call took, in words, when the check fails; else nothing."""
        try:
            drawn, program, answers = self._asked(check.question, number)
            check.judge(drawn, answers)
        except Failed:
            return ", ".join(
                f"{call.function} {answer.lines / 1e6:.3g}"
                for call, answer in zip(program, answers, strict=True)
                if call.count
            )
        except Trouble:  # it does not answer again, which other checks are about
            return ""
        return ""

    def _asked(self, question: CheckQuestion, number: int) -> Asked:
        if (question, number) not in self._known:
            own = self._draw.case_set
            others = replace(own, which=f"{own.which} by the clock {number}")
            ready = prepared_for(question, self._assignment.cases, others)
            rest = [call for call in ready.program if not call.count]
            answers = iter(self._student.run(rest) if rest else [])
            both = [self._timed(call) if call.count else next(answers) for call in ready.program]
            self._known[question, number] = ready.drawn, ready.program, both
        return self._known[question, number]

    def _timed(self, call: Call) -> Answer:
        """The answer to a counted call, with the nanoseconds it took for lines, and no bytes."""
        before = self._student.seconds()
        (answer,) = self._student.run([replace(call, count=False, peak=False)])
        answer.lines = round(1e9 * (self._student.seconds() - before))
        return answer

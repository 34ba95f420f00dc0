"""Whether a check that counts lines would hold by the kernel's clock as well.

Lines and bytes are counted in the student's process, where code that means harm can have them
counted wrongly, or work otherwise while they are. So the function is asked once more, on cases of
its own (`Assignment.timed`) that nobody has seen, and how long the process runs is seen from
outside: time cannot be exchanged for memory. A clock decides no points: it differs from machine to
machine. Where it contradicts what was counted, a person is told.
"""

from dataclasses import replace

from autograder.catalogue import Assignment, Check, CheckQuestion, Failed
from autograder.grading.asking import prepared_for
from autograder.grading.case_sets import CaseChoice
from autograder.model import Note
from autograder.notes import BY_THE_CLOCK
from autograder.student.calls import Answer, Call, Trouble
from autograder.student.host.remote import RemoteStudent

# Seconds of a reference machine until which a hand-in has been too quick for what is looked for, so
# that hardly anybody else pays for it, about 1 ms. On a quiet machine the solutions take 0.030 to
# 0.034, and with complex steps made in one array 0.048; on a busy one twice as much, with loops
# 0.12, and with steps one by one 0.15.
QUICK_SECONDS = 0.04
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

    def contradictions(self, check: Check) -> list[Note]:
        """A note when the time of a function does not go with a check on it that has passed."""
        if check.name not in self._assignment.timed or self._student.seconds() < QUICK_SECONDS:
            return []
        asks, judge = self._assignment.timed[check.name]
        question, took = CheckQuestion(asks, f"{check.name} by the clock"), ""
        for number in range(TIMES):
            own = self._choice.case_set
            others = replace(own, which=f"{own.which} {number}")
            ready = prepared_for(question, self._assignment.cases, others)
            try:
                answers = [self._timed(call) for call in ready.program]
                judge(ready.drawn, answers)
                return []
            except Failed:
                milliseconds = [f"{a.function} {a.nanoseconds / 1e6:.3g}" for a in answers]
                took = ", ".join(milliseconds)
            except Trouble:  # it does not answer again, which other checks are about
                return []
        return [BY_THE_CLOCK(function=check.function, took=took)]

    def _timed(self, call: Call) -> Answer:
        before = self._student.seconds()
        (answer,) = self._student.run([call])
        answer.nanoseconds = round(1e9 * (self._student.seconds() - before))
        return answer

"""Whether a check that counts lines would hold by the kernel's clock as well.

Lines and bytes are counted in the student's process, where code that means harm can have them
counted wrongly. How long that process has run is seen from outside. A clock decides no points: it
differs from machine to machine. Where it contradicts what was counted, a person is told.

Of 126 right ways to write the first lesson none comes near the bounds of its one check that counts:
by the clock, on two busy cores, growth is 8.5 at most and the ratio 8.3, where 14 and 39 are
allowed. Complex steps that take the counting off have 37 and 95.
"""

from __future__ import annotations

from autograder.catalogue import Check, CheckQuestion, Failed
from autograder.grading.asking import JudgeInput
from autograder.model import Note
from autograder.notes import BY_THE_CLOCK
from autograder.student.calls import Answer, Call, Trouble
from autograder.student.host.remote import RemoteStudent

# Seconds of a reference machine until which a hand-in has been too quick for what is looked for, so
# that nobody else pays for it. Right work written with arrays takes 0.02 to 0.06, with loops 0.12;
# complex steps take 0.15.
QUICK_SECONDS = 0.06
TIMES = 2  # that a call is measured, of which the shorter counts


class KernelClock:
    """Looks at how long a student's calls take, once for each question.

    Args:
        student: whose functions; in a process whose clock the kernel keeps.
    """

    def __init__(self, student: RemoteStudent) -> None:
        self._student = student
        self._timed: dict[CheckQuestion, list[Answer]] = {}

    def contradictions(self, check: Check, answered: JudgeInput) -> list[Note]:
        """A note when a check that has passed fails with nanoseconds in the place of lines.

        Args:
            check: which has passed.
            answered: what it has judged.
        """
        program = answered.program
        if not any(call.count for call in program) or self._student.seconds() < QUICK_SECONDS:
            return []
        try:
            if check.question not in self._timed:
                pairs = zip(program, answered.answers, strict=True)
                self._timed[check.question] = [self._on(*pair) for pair in pairs]
            timed = self._timed[check.question]
            check.judge(answered.drawn, timed)
        except Failed:
            took = [
                f"{call.function} {answer.lines / 1e6:.3g}"
                for call, answer in zip(program, timed, strict=True)
                if call.count
            ]
            return [BY_THE_CLOCK(check=check.id, took=", ".join(took))]
        except Trouble:  # it does not answer twice, which other checks are about
            return []
        return []

    def _on(self, call: Call, answer: Answer) -> Answer:
        """The answer with the nanoseconds of a counted call as its lines, and no bytes."""
        if not call.count:
            return answer
        alone = [Call(call.function, call.args, call.options, send=False)]
        taken = []
        for _ in range(TIMES):
            before = self._student.seconds()
            self._student.run(alone)
            taken.append(self._student.seconds() - before)
        return Answer(call.function, sent=answer.sent, lines=round(1e9 * min(taken)))

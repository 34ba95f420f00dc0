"""A bank of answers, and the comparison of a student's answers with it.

>>> from autograder.authoring.template.wrong_ideas import BANK, mean_of_fewer
>>> from autograder.student.host.notebook import NotebookBackend
>>> from autograder.student.host.remote import RemoteStudent
>>> functions = {"moving_average": lambda x, width: 1.0 * mean_of_fewer(x, width)}
>>> student = RemoteStudent(NotebookBackend({"smoothing": ["moving_average"]}, functions))
>>> recognised_by(BANK)("moving_average", student)
'window-too-short'
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from autograder.checking.recognition.fits import constant_factor, rounded, single
from autograder.checking.recognition.values import RIGHT, Seen, agree, agree_everywhere, flat
from autograder.checking.sameness import argument_form, same
from autograder.student.calls import Call, Student, Trouble

Args = tuple[Any, ...]
Wrong = Callable[..., Any]
Entry = tuple[str, Wrong]
# Of a bank, the student, the values on its cases, and these as arrays: the id of an idea, or None.
Look = Callable[["Bank", Student, Sequence[Any], Seen], "str | None"]
# (what was seen, the truth) on all cases -> whether they belong together in one certain way.
Fit = Callable[[Seen, Seen], bool]
FORMS: dict[str, Any] = {
    "array": (np.ndarray, np.generic, int, float),
    "number": (np.ndarray, np.generic, int, float),
    "dict": Mapping,
    "sequence": (list, tuple),
}


class Bank:
    """Known wrong implementations of one function, and their answers.

    Args:
        function: the student's function.
        form: what it returns: "array", "number", "dict" or "sequence"; nothing else is read.
        cases: fixed argument tuples.
        right: a right implementation.
        wrong: (id, implementation), the more specific first; several may have one id.
        fits: (id, fit) for ideas that have a parameter, which is fitted, not listed.
    """

    def __init__(
        self,
        function: str,
        form: str,
        cases: Sequence[Args],
        right: Wrong,
        wrong: Sequence[Entry],
        fits: Sequence[tuple[str, Fit]] = (),
    ) -> None:
        self.function = function
        self.form = form
        self.cases = cases
        self.right = right
        self.wrong = wrong
        self.fits = fits
        self._look: Look = lambda bank, student, values, seen: bank.name(seen)

    def closer(self, look: Look) -> Look:
        """Take another look than `name` alone at answers that do not depend on earlier calls."""
        self._look = look
        return look

    @cached_property
    def answers(self) -> list[tuple[str, Seen]]:
        """Id and answers on every case; computed once in a process."""
        with np.errstate(all="ignore"):
            return [
                (id_, [arrays_of(implementation, args) for args in self.cases])
                for id_, implementation in self.wrong
            ]

    @cached_property
    def truths(self) -> Seen:
        """The right answers."""
        return [flat(self.right(*args)) for args in self.cases]

    def recognise(self, student: Student) -> str | None:
        """The id of the idea that the student's answers agree with on every case."""
        values = self.ask(student)
        if self.remembers(values):
            return "keeps-state"
        return self._look(self, student, values[1:-1], self.read(values))

    def ask(self, student: Student) -> list[Any]:
        """The student's values on the first case, on every case, and on the first again."""
        first = self.cases[0]
        return ask(student, self.function, [first, *self.cases, first])

    def remembers(self, values: Sequence[Any]) -> bool:
        """Whether one call gave different results, or later calls the result of an earlier one."""
        if not same(values[0], values[1]) or not same(values[0], values[-1]):
            return True
        seen = self.read(values)
        return any(
            argument_form(self.cases[i]) == argument_form(self.cases[j])
            and agree(seen[i], self.truths[i], RIGHT)
            and agree(seen[j], self.truths[i], RIGHT)
            and not agree(self.truths[j], self.truths[i])
            for j in range(len(self.cases))
            for i in range(j)
        )

    def read(self, values: Sequence[Any]) -> Seen:
        """What `ask` returned, as arrays; None where it is of another form."""
        return [
            flat(value) if isinstance(value, FORMS[self.form]) else None for value in values[1:-1]
        ]

    def right_everywhere(self, seen: Seen) -> bool:
        """Whether nothing is wrong on these cases."""
        return agree_everywhere(seen, self.truths, RIGHT)

    def name(self, seen: Seen) -> str | None:
        """The id for arrays seen on the cases, or None."""
        if all(arrays is None for arrays in seen) or self.right_everywhere(seen):
            return None
        if single(seen, self.truths):
            return "float32"
        for id_, answers in self.answers:
            if agree_everywhere(seen, answers):
                return id_
        for id_, fit in self.fits:
            if fit(seen, self.truths):
                return id_
        return "rounded" if rounded(seen, self.truths) else constant_factor(seen, self.truths)


def recognised_by(*banks: Bank) -> Callable[[str, Student], str | None]:
    """What an assignment takes for `recognise`: each bank knows the wrong ideas of one function."""
    known = {bank.function: bank for bank in banks}

    def recognise(function: str, student: Student) -> str | None:
        """The id of the idea that the function's answers show, or None."""
        if function not in known:
            return None
        try:
            with np.errstate(all="ignore"):  # wrong answers may hold anything
                return known[function].recognise(student)
        except Trouble:
            return None

    return recognise


def ask(student: Student, function: str, cases: Sequence[Args]) -> list[Any]:
    """The values on some cases; None where there is none."""
    answers = student.run([Call(function, args) for args in cases])
    return [None if answer.trouble is not None else answer.value for answer in answers]


def arrays_of(implementation: Wrong, args: Args) -> list[Any] | None:
    """The arrays that an implementation returns; None where it does not run."""
    try:
        return flat(implementation(*args))
    except (ValueError, IndexError, TypeError, KeyError):
        return None  # this wrong idea does not run on this case, so neither would the student's

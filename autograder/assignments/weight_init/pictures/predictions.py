"""What was predicted, beside what the student's own training does.

What happens is shown for a prediction that has been made, and not before: it is an experiment on
the student's network, and no place to look the answers up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from autograder.assignments.weight_init.pictures.drawn_with import TRAINING, only_part
from autograder.assignments.weight_init.predictions import DIFFERENT, QUESTIONS, RATE, STEPS, starts
from autograder.catalogue import fail
from autograder.charts import Chart, NoData, Part, Picture, Table, three_digits
from autograder.checking.intake import as_params, shapes_of
from autograder.student.calls import Call, FixedProgram, Student, value_of


@dataclass(frozen=True)
class Outcomes:
    """Question -> what was measured after training; above `DIFFERENT` it came true."""

    measured: Mapping[str, float]


def ask_predictions(student: Student) -> dict[str, bool | None]:
    """The student's predictions; None where there is none yet."""
    given = student.PREDICTIONS()
    if not isinstance(given, dict):
        fail("PREDICTIONS is no dict")
    said: dict[str, bool | None] = {}
    for name in QUESTIONS:
        value = given.get(name)
        known = isinstance(value, (bool, int, float, np.generic)) and value == value
        said[name] = bool(value) if known else None
    return said


def ask_outcomes(student: Student) -> Outcomes:
    """Train from every start with the student's own functions.

    Raises:
        Trouble, Failed: a function gave nothing that could be compared.
    """
    _, _, begun = starts()
    answers = student.run(_outcomes_program())
    measured = {}
    for (name, question), answer in zip(QUESTIONS.items(), answers, strict=True):
        last = only_part(value_of(answer), "train", f"step {STEPS}")
        end = as_params(last, shapes_of(begun[name]), "the parameters")
        measured[name] = question.measure(begun[name], end)
    return Outcomes(measured)


@cache
def _outcomes_program() -> FixedProgram:
    X, y, begun = starts()
    return FixedProgram(
        Call("train", (begun[name], X, y, question.activation, RATE, STEPS), parts=((STEPS,),))
        for name, question in QUESTIONS.items()
    )


def predictions_chart(parts: Mapping[str, Any]) -> Chart:
    """(f) What is predicted in PREDICTIONS beside what happens."""
    said, outcomes = parts["predictions"], parts["outcomes"]
    if isinstance(said, NoData):
        return _chart(Table((), (), absent=said.reason))
    rows, verdicts = [], []
    for name, question in QUESTIONS.items():
        guess = said[name]
        happens, verdict = _happening(guess, outcomes, name)
        rows.append(
            (
                question.words,
                question.question,
                _yes(guess),
                happens,
                {True: "as predicted", False: "otherwise", None: ""}[verdict],
            )
        )
        verdicts.append(verdict)
    header = ("start", "question", "you predicted", "your network", "")
    return _chart(Table(header, tuple(rows), tuple(verdicts)), ran=isinstance(outcomes, Outcomes))


def _happening(
    guess: bool | None, outcomes: Outcomes | NoData, name: str
) -> tuple[str, bool | None]:
    if isinstance(outcomes, NoData):
        return outcomes.reason, None
    if guess is None:
        return "predict first", None
    value = outcomes.measured[name]
    true = value > DIFFERENT
    return f"{_yes(true)} ({three_digits(value) if true else '0, to rounding'})", true == guess


def _yes(value: bool | None) -> str:
    return {True: "yes", False: "no", None: "not yet"}[value]


def _chart(table: Table, *, ran: bool = False) -> Chart:
    words = [
        f"{row[0]}, {row[1]}: predicted {row[2]}, your network: {row[3]}{row[4] and ', ' + row[4]}."
        for row in table.rows
    ]
    return Chart(
        "Your predictions, and your network",
        f"Your own train ran {STEPS} steps from each start. In brackets: how far apart two neurons "
        "came, or how far W1 moved."
        if ran
        else f"Your own train will run {STEPS} steps from each start, once it can.",
        table=table,
        alt=" ".join(words),
    )


PREDICTED = Picture(
    "predictions",
    (Part("predictions", (), ask_predictions), Part("outcomes", TRAINING, ask_outcomes)),
    predictions_chart,
)

"""What was predicted, beside what the student's own training does.

What happens is shown for a prediction that has been made, and not before: it is an experiment on
the student's network, and no place to look the answers up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.assignments.weight_init.pictures.words import TRAINING
from autograder.catalogue import fail
from autograder.charts import Chart, NoData, Part, Picture, Table, three_digits
from autograder.checking.intake import as_params, as_sequence, shapes_of
from autograder.numerics import Array
from autograder.student.calls import Call, Student, value_of

FAN_IN, NEURONS, EXAMPLES, STEPS, RATE = 3, 4, 6, 4, 0.5  # small: equal is equal
# Equal neurons differ by 1e-16 after four steps, others by 1e-3 and more.
DIFFERENT = 1e-9
Start = dict[str, Array]  # the parameters of a network, shaped as `forward` takes them


@dataclass(frozen=True)
class Prediction:
    """One question: a start, and what is asked about its end.

    Attributes:
        words: the start in words.
        question: what is asked.
        start: makes the parameters.
        activation: of the hidden layer.
        measure: (start, end) -> how far, in the sense of the question; above `DIFFERENT` is yes.
    """

    words: str
    question: str
    start: Callable[[np.random.Generator], Start]
    activation: str
    measure: Callable[[Start, Start], float]


def _filled(first: float | None, second: float | None, **others: Any) -> Callable[[Any], Start]:
    """Weights at a constant for each layer, or random where it is None."""

    def make(rng: np.random.Generator) -> Start:
        def layer(value: float | None, *shape: int) -> Array:
            return rng.standard_normal(shape) if value is None else np.full(shape, value)

        return {
            "W1": layer(first, FAN_IN, NEURONS),
            "b1": np.zeros(NEURONS),
            "W2": layer(second, NEURONS, 1),
            "b2": np.zeros(1),
        } | {name: value(rng) for name, value in others.items()}

    return make


def _apart(start: Start, end: Start) -> float:
    """How far hidden neurons are apart at the end, in any of their weights."""
    neurons = np.vstack([end["W1"], end["b1"], end["W2"].T])
    return float(np.ptp(neurons, axis=1).max())


def _moved(start: Start, end: Start) -> float:
    return float(np.abs(end["W1"] - start["W1"]).max())


def _biases(rng: np.random.Generator) -> Array:
    return rng.standard_normal(NEURONS)


def _repeated(rng: np.random.Generator) -> Array:
    return np.repeat(rng.standard_normal((FAN_IN, 1)), NEURONS, axis=1)


_APART, _MOVES = "neurons become different", "W1 moves"
QUESTIONS: dict[str, Prediction] = {
    "all_zero": Prediction("everything zero", _APART, _filled(0.0, 0.0), "sigmoid", _apart),
    "all_one_half": Prediction(
        "all weights one half", _APART, _filled(0.5, 0.5), "sigmoid", _apart
    ),
    "first_random_second_zero": Prediction(
        "W1 random, W2 zero", _APART, _filled(None, 0.0), "sigmoid", _apart
    ),
    "first_constant_second_random": Prediction(
        "W1 constant, W2 random", _APART, _filled(0.5, None), "sigmoid", _apart
    ),
    "zero_with_random_hidden_biases": Prediction(
        "weights zero, hidden biases random",
        _APART,
        _filled(0.0, 0.0, b1=_biases),
        "sigmoid",
        _apart,
    ),
    "one_random_column_repeated": Prediction(
        "W1 one random column repeated, W2 constant",
        _APART,
        _filled(0.0, 0.5, W1=_repeated),
        "sigmoid",
        _apart,
    ),
    "sigmoid_first_layer_moves": Prediction(
        "everything zero, sigmoid", _MOVES, _filled(0.0, 0.0), "sigmoid", _moved
    ),
    "tanh_first_layer_moves": Prediction(
        "everything zero, tanh", _MOVES, _filled(0.0, 0.0), "tanh", _moved
    ),
}


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
    rng = np.random.default_rng(2)
    X, y = rng.standard_normal((EXAMPLES, FAN_IN)), 0.7 + rng.standard_normal((EXAMPLES, 1))
    starts = {name: question.start(rng) for name, question in QUESTIONS.items()}
    answers = student.run(
        [
            Call("train", (starts[name], X, y, question.activation, RATE, STEPS))
            for name, question in QUESTIONS.items()
        ]
    )
    measured = {}
    for (name, question), answer in zip(QUESTIONS.items(), answers, strict=True):
        history = as_sequence(value_of(answer), STEPS + 1, "the history")
        end = as_params(history[-1], shapes_of(starts[name]), "the parameters")
        measured[name] = question.measure(starts[name], end)
    return Outcomes(measured)


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
        "predictions",
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
    "Your predictions, and your network",
    (
        Part("predictions", (), ask_predictions),
        Part("outcomes", TRAINING, ask_outcomes),
    ),
    predictions_chart,
)

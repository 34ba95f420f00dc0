"""The minimum of ½‖Xw − y‖² + ½ penalty ‖w‖²: where its slope, by a complex step, is zero."""

import numpy as np

from autograder.catalogue import fail
from autograder.checking import (
    LAYOUT,
    REPETITION,
    Domain,
    Factor,
    Level,
    Probe,
    array,
    gradient,
    judge_conduct,
    judge_values,
    within,
)
from autograder.student.calls import Call

from . import ASSIGNMENT

SHAPE = Factor(
    "X",
    (
        Level((7, 3), "for more examples than columns"),
        Level((4, 4), "for square X"),
        Level((2, 5), "for more columns than examples"),
        Level((1, 1), "for a single number"),
    ),
)
PENALTY = Factor("penalty", (Level(0.5), Level(40.0, "for a large penalty"), Level(2, "")))
TARGETS = Factor("targets", (Level("mixed"), Level("zero", "where all targets are 0")))
LARGE = {"X": Level((20, 6), "for many examples")}
DOMAIN = Domain((SHAPE, PENALTY, TARGETS, LAYOUT, REPETITION), extra=(LARGE,))


def draw(rng, corner):
    rows, columns = corner["X"]
    y = rng.normal(1.0, 1.0, rows) if corner["targets"] == "mixed" else np.zeros(rows)
    return rng.normal(size=(rows, columns)), y, corner["penalty"]


def truth(X, y, penalty):
    """The least squares problem with a row for every weight; its condition is below 100 here."""
    rows = np.vstack([X, np.sqrt(penalty) * np.eye(X.shape[1])])
    w = np.linalg.lstsq(rows, np.append(y, np.zeros(X.shape[1])), rcond=None)[0]
    return within(w, 1e-10, np.linalg.norm(y))


RIDGE = Probe("ridge", DOMAIN, draw, truth)


@ASSIGNMENT.check("regression", "ridge", points=60, asks=RIDGE.asks)
def weights_are_those_of_the_minimum(cases, answers):
    """ridge returns the weights that make the loss with its penalty smallest."""
    judge_values(RIDGE, cases, answers)


@ASSIGNMENT.check("regression", "ridge", points=20, asks=RIDGE.asks)
def data_stay_as_they_are(cases, answers):
    """ridge leaves X and y alone, keeps nothing, and returns a new array."""
    judge_conduct(RIDGE, cases, answers)


def one_problem(rng):
    X, y = rng.normal(size=(9, 4)), rng.normal(size=9)
    return (X, y), [Call("ridge", (X, y, 3.0), returns=array(4))]


@ASSIGNMENT.check("regression", "ridge", points=20, asks=one_problem)
def slope_at_the_minimum_is_zero(drawn, answers):
    """At the weights that ridge returns the loss has no slope."""
    X, y = drawn
    slope = gradient(
        lambda w: 0.5 * ((X @ w - y) ** 2).sum() + 1.5 * (w**2).sum(), answers[0].value
    )
    if np.linalg.norm(slope) > 1e-9:
        fail(f"the slope has a length of {np.linalg.norm(slope):.3g}", expected="0")

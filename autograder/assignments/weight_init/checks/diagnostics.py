"""Checks of the functions of the diagnostics, and of `PREDICTIONS`."""

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.neuron_gap import NEURON_GAP, SAME, ZERO
from autograder.assignments.weight_init.domains.relative_gradient import RELATIVE_GRADIENT
from autograder.assignments.weight_init.domains.saturated_fraction import (
    DEFAULT,
    SATURATED_FRACTION,
)
from autograder.assignments.weight_init.predictions import what_happens
from autograder.checking.conduct import judge_conduct
from autograder.checking.domain import Corner
from autograder.checking.judging import judge_values
from autograder.checking.predicting import judge_predictions, predictions
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer, value_of

check = ASSIGNMENT.check


def _has_a_gap(corner: Corner) -> bool:
    return corner["neurons"] not in (SAME, ZERO) and corner["shape"][1] > 1


@check("diagnostics", "neuron_gap", points=2, asks=NEURON_GAP.asks)
def gap_is_the_largest_between_any_two_neurons(cases: Drawn, answers: list[Answer]) -> None:
    """The gap is the largest distance between any two neurons, relative to the largest neuron."""
    judge_values(NEURON_GAP, cases, answers, among=_has_a_gap)


@check("diagnostics", "neuron_gap", points=1, asks=NEURON_GAP.asks)
def gap_of_equal_neurons_is_zero(cases: Drawn, answers: list[Answer]) -> None:
    """The gap is 0.0 for equal neurons, for one neuron alone, and when every weight is zero."""
    judge_values(NEURON_GAP, cases, answers, among=lambda corner: not _has_a_gap(corner))


@check("diagnostics", "neuron_gap", points=1, asks=NEURON_GAP.asks)
def neuron_gap_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """neuron_gap leaves its argument alone and keeps nothing."""
    judge_conduct(NEURON_GAP, cases, answers)


@check("diagnostics", "saturated_fraction", points=2, asks=SATURATED_FRACTION.asks)
def saturation_is_counted_at_both_limits(cases: Drawn, answers: list[Answer]) -> None:
    """The share counts activations near either limit of the activation, for any shape."""
    judge_values(SATURATED_FRACTION, cases, answers, among=lambda c: c["tol"][0] == DEFAULT)


@check("diagnostics", "saturated_fraction", points=1, asks=SATURATED_FRACTION.asks)
def saturation_respects_the_tolerance(cases: Drawn, answers: list[Answer]) -> None:
    """Another tol counts another share: within tol of a limit, absolute."""
    judge_values(SATURATED_FRACTION, cases, answers, among=lambda c: c["tol"][0] != DEFAULT)


@check("diagnostics", "saturated_fraction", points=1, asks=SATURATED_FRACTION.asks)
def saturated_fraction_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """saturated_fraction leaves its argument alone and keeps nothing."""
    judge_conduct(SATURATED_FRACTION, cases, answers)


@check("diagnostics", "relative_gradient", points=3, asks=RELATIVE_GRADIENT.asks)
def relative_gradient_is_the_mean_slope_over_the_largest(
    cases: Drawn, answers: list[Answer]
) -> None:
    """The mean slope over one layer's pre-activations, relative to the largest slope there is."""
    judge_values(RELATIVE_GRADIENT, cases, answers)


@check("diagnostics", "relative_gradient", points=1, asks=RELATIVE_GRADIENT.asks)
def relative_gradient_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """relative_gradient leaves its argument alone and keeps nothing."""
    judge_conduct(RELATIVE_GRADIENT, cases, answers)


@check("diagnostics", "PREDICTIONS", points=4, asks=predictions)
def predictions_match_what_happens(_: None, answers: list[Answer]) -> None:
    """Each prediction says what really happens to the neurons."""
    judge_predictions(value_of(answers[0]), what_happens(), "your own network is trained")

"""Checks of `layer_forward` and `layer_backward`: one layer."""

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.layers import LAYER_BACKWARD, LAYER_FORWARD
from autograder.checking.conduct import judge_conduct
from autograder.checking.judging import judge_values
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer

check = ASSIGNMENT.check


@check("backprop", "layer_forward", points=4, asks=LAYER_FORWARD.asks)
def pre_activation_is_weighted_sum_plus_bias(cases: Drawn, answers: list[Answer]) -> None:
    """The pre-activation of every neuron is its weighted sum of the inputs plus its bias."""
    judge_values(LAYER_FORWARD, cases, answers)


@check("backprop", "layer_forward", points=1, asks=LAYER_FORWARD.asks)
def layer_forward_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """layer_forward leaves its arguments alone, keeps nothing, and returns a new array."""
    judge_conduct(LAYER_FORWARD, cases, answers)


@check("backprop", "layer_backward", points=2, asks=LAYER_BACKWARD.asks)
def layer_backward_gives_the_slope_in_the_weights(cases: Drawn, answers: list[Answer]) -> None:
    """dW is the slope of the loss in every weight of the layer."""
    judge_values(LAYER_BACKWARD, cases, answers, ["dW"])


@check("backprop", "layer_backward", points=2, asks=LAYER_BACKWARD.asks)
def layer_backward_gives_the_slope_in_the_biases(cases: Drawn, answers: list[Answer]) -> None:
    """db is the slope of the loss in every bias of the layer."""
    judge_values(LAYER_BACKWARD, cases, answers, ["db"])


@check("backprop", "layer_backward", points=2, asks=LAYER_BACKWARD.asks)
def layer_backward_gives_the_slope_in_the_inputs(cases: Drawn, answers: list[Answer]) -> None:
    """dh_prev is the slope of the loss in every input of the layer, example by example."""
    judge_values(LAYER_BACKWARD, cases, answers, ["dh_prev"])


@check("backprop", "layer_backward", points=1, asks=LAYER_BACKWARD.asks)
def layer_backward_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """layer_backward leaves its arguments alone, keeps nothing, and returns new arrays."""
    judge_conduct(LAYER_BACKWARD, cases, answers)

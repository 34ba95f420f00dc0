"""Checks of `sgd_step` and `train`: the update, and a history of updates."""

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.updates import SGD_STEP, TRAIN
from autograder.checking.conduct import judge_conduct
from autograder.checking.judging import judge_values
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer

check = ASSIGNMENT.check
EARLIER = [
    "sigmoid",
    "sigmoid_grad",
    "tanh_grad",
    "layer_forward",
    "layer_backward",
    "forward",
    "backward",
    "sgd_step",
]


@check("backprop", "sgd_step", points=4, asks=SGD_STEP.asks)
def every_parameter_moves_against_its_gradient(cases: Drawn, answers: list[Answer]) -> None:
    """Every parameter moves by learning_rate times its gradient, downhill, at any rate."""
    judge_values(SGD_STEP, cases, answers)


@check("backprop", "sgd_step", points=1, asks=SGD_STEP.asks)
def sgd_step_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """sgd_step leaves its arguments alone, keeps nothing, and returns new arrays."""
    judge_conduct(SGD_STEP, cases, answers)


@check("backprop", "train", points=2, needs=EARLIER, asks=TRAIN.asks)
def history_has_the_start_and_every_step(cases: Drawn, answers: list[Answer]) -> None:
    """The history holds the start and the parameters after every step: steps + 1 of them."""
    judge_values(TRAIN, cases, answers, ["history[0]"])


@check("backprop", "train", points=4, needs=EARLIER, asks=TRAIN.asks)
def each_step_follows_the_gradient(cases: Drawn, answers: list[Answer]) -> None:
    """Every step is one update with the gradient on all examples, however the loss goes."""
    judge_values(TRAIN, cases, answers)


@check("backprop", "train", points=1, needs=EARLIER, asks=TRAIN.asks)
def train_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """train leaves its arguments alone, keeps nothing, and no two entries share memory."""
    judge_conduct(TRAIN, cases, answers)

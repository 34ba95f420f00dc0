"""Checks of `forward` and `backward`: whole networks."""

from collections.abc import Callable

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.cost import (
    asks_backward,
    asks_time,
    judge_cost,
    judge_time,
    refuse_differences,
)
from autograder.assignments.weight_init.domains.networks import (
    BACKWARD_PROBE,
    FORWARD_PROBE,
    NO_PARAMETERS,
    PLAIN,
)
from autograder.checking.conduct import judge_conduct
from autograder.checking.domain import Corner
from autograder.checking.judging import judge_values, judged
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer

check = ASSIGNMENT.check
SIGMOID_CHAIN = ["sigmoid", "sigmoid_grad", "layer_backward"]
TANH_CHAIN = ["tanh_grad", "layer_backward"]
BOTH_CHAINS = [*SIGMOID_CHAIN, *TANH_CHAIN]
WithCost = tuple[Drawn, Drawn]  # the corners of backward's domain, and the networks for its cost


def ordinary_scale(corner: Corner) -> bool:
    """Corners with no extreme numbers."""
    return corner["numbers"] in (PLAIN, NO_PARAMETERS)


def usual(activation: str) -> Callable[[Corner], bool]:
    """Corners with one hidden layer of that activation, on an ordinary scale."""
    return lambda corner: (
        corner["activation"] == activation and len(corner["net"]) == 3 and ordinary_scale(corner)
    )


def unusual(corner: Corner) -> bool:
    """All other corners."""
    return len(corner["net"]) != 3 or not ordinary_scale(corner)


@check("backprop", "forward", points=2, needs=["sigmoid", "layer_forward"], asks=FORWARD_PROBE.asks)
def forward_follows_the_layers_with_sigmoid(cases: Drawn, answers: list[Answer]) -> None:
    """With sigmoid, a and h hold what every layer computes, and the output is linear."""
    judge_values(FORWARD_PROBE, cases, answers, among=usual("sigmoid"))


@check("backprop", "forward", points=2, needs=["layer_forward"], asks=FORWARD_PROBE.asks)
def forward_follows_the_layers_with_tanh(cases: Drawn, answers: list[Answer]) -> None:
    """With tanh, a and h hold what every layer computes, and the output is linear."""
    judge_values(FORWARD_PROBE, cases, answers, among=usual("tanh"))


@check("backprop", "forward", points=2, needs=["sigmoid", "layer_forward"], asks=FORWARD_PROBE.asks)
def forward_takes_any_number_of_layers(cases: Drawn, answers: list[Answer]) -> None:
    """forward works for one layer and for many, and far out."""
    judge_values(FORWARD_PROBE, cases, answers, among=unusual)


@check("backprop", "forward", points=1, needs=["sigmoid", "layer_forward"], asks=FORWARD_PROBE.asks)
def forward_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """forward leaves its arguments alone, keeps nothing, returns new arrays (h[0] may be X)."""
    judge_conduct(FORWARD_PROBE, cases, answers)


def _judge_gradients(
    drawn: WithCost, answers: list[Answer], among: Callable[[Corner], bool]
) -> None:
    corners, costs = drawn
    refuse_differences(costs, answers[len(corners) :])
    judge_values(BACKWARD_PROBE, corners, answers[: len(corners)], among=among)


@check("backprop", "backward", points=2, needs=SIGMOID_CHAIN, asks=asks_backward)
def chain_rule_holds_with_sigmoid(drawn: WithCost, answers: list[Answer]) -> None:
    """With sigmoid, every gradient equals the slope of the loss."""
    _judge_gradients(drawn, answers, usual("sigmoid"))


@check("backprop", "backward", points=2, needs=TANH_CHAIN, asks=asks_backward)
def chain_rule_holds_with_tanh(drawn: WithCost, answers: list[Answer]) -> None:
    """With tanh, every gradient equals the slope of the loss."""
    _judge_gradients(drawn, answers, usual("tanh"))


@check("backprop", "backward", points=1, needs=BOTH_CHAINS, asks=asks_backward)
def chain_rule_holds_through_any_depth(drawn: WithCost, answers: list[Answer]) -> None:
    """With one layer or many, every gradient equals the slope of the loss."""
    _judge_gradients(
        drawn, answers, lambda corner: len(corner["net"]) != 3 and ordinary_scale(corner)
    )


@check("backprop", "backward", points=1, needs=BOTH_CHAINS, asks=asks_backward)
def chain_rule_holds_at_every_scale(drawn: WithCost, answers: list[Answer]) -> None:
    """Far out, with large and with tiny errors, every gradient equals the slope of the loss."""
    _judge_gradients(drawn, answers, lambda corner: not ordinary_scale(corner))


@check("backprop", "backward", points=2, needs=BOTH_CHAINS, asks=asks_backward)
def gradients_come_from_one_way_back(drawn: WithCost, answers: list[Answer]) -> None:
    """backward goes back through the layers once; it does not try out every parameter."""
    corners, costs = drawn
    seen = judged(BACKWARD_PROBE, corners, answers[: len(corners)])
    # What begins right and is wrong later on by what it keeps has lost its points for that.
    kept = seen.shows_state and not seen.verdicts[0].fails(None)
    judge_cost(costs, answers[len(corners) :], values=not kept)


ASSIGNMENT.timed[gradients_come_from_one_way_back.__name__] = asks_time, judge_time


@check("backprop", "backward", points=1, needs=BOTH_CHAINS, asks=asks_backward)
def backward_changes_nothing(drawn: WithCost, answers: list[Answer]) -> None:
    """backward leaves its arguments alone, keeps nothing, and returns new arrays."""
    corners, _ = drawn
    judge_conduct(BACKWARD_PROBE, corners, answers[: len(corners)])

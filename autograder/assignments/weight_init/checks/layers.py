"""Checks of the forward and the backward pass, layer by layer and through the network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT, network
from autograder.assignments.weight_init.cases import Cases, Network
from autograder.checking.conduct import at_once, judge_conduct
from autograder.checking.intake import (
    GRADIENT_RTOL,
    as_array,
    as_params,
    as_sequence,
    require_close,
    require_each_close,
    shapes_of,
)
from autograder.student.calls import Asking, each

check = ASSIGNMENT.check
# Neurons, inputs and examples all different, one square network, several outputs; and the numbers
# of layers and examples at which formulas that are only nearly right agree with the right one.
ONE_HIDDEN = [((4, 3, 2), 7), ((3, 5, 1), 6), ((4, 4, 4), 8)]
NO_HIDDEN, DEEPER = ((3, 2), 5), [((2, 3, 4, 2), 9), ((3, 4, 2, 3, 1), 6)]
MANY = ((2,) * 12, 2)  # W10 and W11 stand before W2 where names are sorted


# --- one layer ----------------------------------------------------------------------------------


def _layer_case(cases: Cases, fan_in: int, fan_out: int, examples: int) -> tuple[Any, ...]:
    return cases.normal(examples, fan_in), cases.normal(fan_in, fan_out), cases.normal(fan_out)


@check("backprop", "layer_forward", points=4)
def pre_activation_is_weighted_sum_plus_bias(cases: Cases) -> Asking[None]:
    """The pre-activation of every neuron is its weighted sum of the inputs plus its bias."""
    calls = [_layer_case(cases, *sizes) for sizes in ((4, 3, 7), (3, 3, 3), (5, 1, 6), (2, 4, 1))]
    values = yield from each("layer_forward", calls)
    for (h_prev, W, b), value in zip(calls, values, strict=True):
        ran = f"layer_forward on {len(h_prev)} examples, {W.shape[0]} inputs, {W.shape[1]} neurons"
        truth = network.forward_pass({"W1": W, "b1": b}, h_prev, "tanh")[0][0]
        a = as_array(value, truth.shape, "a", ran)
        require_close(a, truth, "a", ran)


@check("backprop", "layer_forward", points=1)
def layer_forward_changes_nothing(cases: Cases) -> Asking[None]:
    """layer_forward leaves its arguments alone and returns a new array."""
    args, others = _layer_case(cases, 4, 3, 6), _layer_case(cases, 4, 3, 6)
    yield from judge_conduct("layer_forward", args, others, lambda a: as_array(a, (6, 3), "a"))


LAYER_SIZES = ((4, 3, 7), (3, 3, 3), (5, 1, 6), (2, 4, 1))


Sent = list[tuple[tuple[Any, ...], Any]]


def sent_back(cases: Cases) -> Asking[Sent]:
    """Arguments of layer_backward on layers of several sizes, and what it returned for them."""
    calls = []
    for fan_in, fan_out, examples in LAYER_SIZES:
        h_prev, W, _ = _layer_case(cases, fan_in, fan_out, examples)
        calls.append((cases.normal(examples, fan_out), h_prev, W))
    values = yield from each("layer_backward", calls)
    return list(zip(calls, values, strict=True))


def _require_slope(sent: Sent, index: int, what: str) -> None:
    for args, value in sent:
        delta, _, W = args
        ran = f"layer_backward on {len(delta)} examples, {W.shape[0]} inputs, {W.shape[1]} neurons"
        truth = network.layer_slopes(*args)[index]
        part = as_sequence(value, 3, "the result", ran)[index]
        require_close(as_array(part, truth.shape, what, ran), truth, what, ran)


@check("backprop", "layer_backward", points=2, observing=sent_back)
def layer_backward_gives_the_slope_in_the_weights(sent: Sent) -> None:
    """dW is the slope of the loss in every weight of the layer."""
    _require_slope(sent, 0, "dW")


@check("backprop", "layer_backward", points=2, observing=sent_back)
def layer_backward_gives_the_slope_in_the_biases(sent: Sent) -> None:
    """db is the slope of the loss in every bias of the layer."""
    _require_slope(sent, 1, "db")


@check("backprop", "layer_backward", points=2, observing=sent_back)
def layer_backward_gives_the_slope_in_the_inputs(sent: Sent) -> None:
    """dh_prev is the slope of the loss in every input of the layer, example by example."""
    _require_slope(sent, 2, "dh_prev")


@check("backprop", "layer_backward", points=1)
def layer_backward_changes_nothing(cases: Cases) -> Asking[None]:
    """layer_backward leaves its arguments alone and returns new arrays."""
    h_prev, W, _ = _layer_case(cases, 4, 3, 6)
    others = (cases.normal(5, 2), cases.normal(5, 3), cases.normal(3, 2))

    def conduct(examples: int) -> Asking[None]:
        shapes = ((4, 3), (3,), (examples, 4))

        def form(value: Any) -> None:
            for part, shape, what in zip(
                as_sequence(value, 3, "the result"), shapes, ("dW", "db", "dh_prev"), strict=True
            ):
                as_array(part, shape, what)

        args = cases.normal(examples, 3), h_prev[:examples], W
        return judge_conduct("layer_backward", args, others, form)

    yield from at_once(conduct(6), conduct(1))


# --- the forward pass ---------------------------------------------------------------------------


def _networks(
    cases: Cases, shapes: Sequence[tuple[tuple[int, ...], int]], *activations: str
) -> list[Network]:
    return [
        cases.network(sizes, examples, activation)
        for sizes, examples in shapes
        for activation in activations
    ]


def _forward(networks: Sequence[Network]) -> Asking[None]:
    values = yield from each("forward", [(n.params, n.X, n.activation) for n in networks])
    for case, value in zip(networks, values, strict=True):
        ran = f"forward on {case.words}"
        _require_passed(value, case, ran)


def _require_passed(value: Any, case: Network, ran: str) -> None:
    depth = len(case.sizes) - 1
    pair = as_sequence(value, 2, "the result", ran)
    a = as_sequence(pair[0], depth, "the list a", ran)
    h = as_sequence(pair[1], depth + 1, "the list h", ran)
    true_a, true_h = case.passed
    for layer in range(1, depth + 1):
        truth = true_a[layer - 1]
        require_close(
            as_array(a[layer - 1], truth.shape, f"a{layer}", ran), truth, f"a{layer}", ran
        )
        truth, name = true_h[layer], f"h[{layer}]"
        require_close(as_array(h[layer], truth.shape, name, ran), truth, name, ran)
    require_close(as_array(h[0], case.X.shape, "h[0]", ran), case.X, "h[0], which is X,", ran)


@check("backprop", "forward", points=2, needs=["sigmoid", "layer_forward"])
def forward_follows_the_layers_with_sigmoid(cases: Cases) -> Asking[None]:
    """With sigmoid, a and h hold what every layer computes, and the output is linear."""
    yield from _forward(_networks(cases, ONE_HIDDEN, "sigmoid"))


@check("backprop", "forward", points=2, needs=["layer_forward"])
def forward_follows_the_layers_with_tanh(cases: Cases) -> Asking[None]:
    """With tanh, a and h hold what every layer computes, and the output is linear."""
    yield from _forward(_networks(cases, ONE_HIDDEN, "tanh"))


@check("backprop", "forward", points=2, needs=["sigmoid", "layer_forward"])
def forward_takes_any_number_of_layers(cases: Cases) -> Asking[None]:
    """forward works for one layer and for many, for one example, and far out."""
    networks = _networks(cases, [*DEEPER, ((3, 4, 2), 1)], "sigmoid", "tanh")
    networks += _networks(cases, [NO_HIDDEN, MANY], "tanh")
    yield from _forward([*networks, *_with_far_examples(cases)])


def _with_far_examples(cases: Cases) -> list[Network]:
    """Networks with two examples of pre-activations of hundreds, among others of about one."""
    networks = []
    for activation in ("sigmoid", "tanh"):
        case = cases.network((4, 3, 2), 7, activation)
        far = case.X.copy()
        a = far[:2] @ case.params["W1"]
        far[:2] *= 900.0 / np.abs(a).max(axis=1, keepdims=True)
        networks.append(Network(case.sizes, case.params, far, case.y, activation))
    return networks


@check("backprop", "forward", points=1, needs=["sigmoid", "layer_forward"])
def forward_changes_nothing(cases: Cases) -> Asking[None]:
    """forward leaves its arguments alone and returns new arrays (h[0] may be X)."""
    case, other = cases.network((4, 3, 3, 2), 6, "tanh"), cases.network((2, 3, 1), 5, "sigmoid")

    def form(value: Any) -> None:
        a, h = as_sequence(value, 2, "the result")
        for layer, sizes in enumerate(
            zip(as_sequence(a, 3, "a"), as_sequence(h, 4, "h")[1:], strict=True)
        ):
            for array in sizes:
                as_array(array, (6, case.sizes[layer + 1]), f"layer {layer + 1}")

    yield from judge_conduct(
        "forward",
        (case.params, case.X, case.activation),
        (other.params, other.X, other.activation),
        form,
        may_share=[
            ("result[1][0]", "argument[1]"),
            ("result[1][0]", "earlier result[1][0]"),
            ("result[0][2]", "result[1][3]"),
        ],
    )


# --- the backward pass --------------------------------------------------------------------------


def _gradients(networks: Sequence[Network]) -> Asking[None]:
    values = yield from each("backward", [case.backward_args for case in networks])
    for case, value in zip(networks, values, strict=True):
        ran = f"backward on {case.words}"
        grads = as_params(value, shapes_of(case.params), "the result", ran)
        require_each_close(grads, case.slopes, ran, rtol=GRADIENT_RTOL)


SIGMOID_CHAIN = ["sigmoid", "sigmoid_grad", "layer_backward"]
TANH_CHAIN = ["tanh_grad", "layer_backward"]


@check("backprop", "backward", points=2, needs=SIGMOID_CHAIN)
def chain_rule_holds_with_sigmoid(cases: Cases) -> Asking[None]:
    """With sigmoid, every gradient equals the slope of the loss."""
    yield from _gradients(_networks(cases, ONE_HIDDEN, "sigmoid"))


@check("backprop", "backward", points=2, needs=TANH_CHAIN)
def chain_rule_holds_with_tanh(cases: Cases) -> Asking[None]:
    """With tanh, every gradient equals the slope of the loss."""
    yield from _gradients(_networks(cases, ONE_HIDDEN, "tanh"))


@check("backprop", "backward", points=2, needs=[*SIGMOID_CHAIN, *TANH_CHAIN])
def chain_rule_holds_through_any_depth(cases: Cases) -> Asking[None]:
    """With one layer or many, every gradient equals the slope of the loss."""
    networks = _networks(cases, DEEPER, "sigmoid", "tanh")
    yield from _gradients([*networks, *_networks(cases, [NO_HIDDEN, MANY], "tanh")])


@check("backprop", "backward", points=2, needs=[*SIGMOID_CHAIN, *TANH_CHAIN])
def chain_rule_holds_at_every_scale(cases: Cases) -> Asking[None]:
    """With one example, with large inputs and with large errors, gradients equal the slope."""
    networks = _with_far_examples(cases)
    for activation in ("sigmoid", "tanh"):
        networks.append(cases.network((3, 4, 2), 1, activation))
        far = cases.network((4, 3, 2), 7, activation)
        networks.append(Network(far.sizes, far.params, far.X, far.y + 300.0, activation))
    # Inputs times 1e4 and W1 divided by 1e4 leave every pre-activation as it was; a formula does
    # not notice, while a difference with a step of 1e-5 … 1e-7 in W1 is ruined.
    scaled = [case.scaled(1e4) for case in _networks(cases, [((4, 3, 2), 7)], "sigmoid", "tanh")]
    yield from _gradients([*networks, *scaled])


@check("backprop", "backward", points=1, needs=[*SIGMOID_CHAIN, *TANH_CHAIN])
def backward_changes_nothing(cases: Cases) -> Asking[None]:
    """backward leaves its arguments alone and returns new arrays."""
    case, other = cases.network((4, 3, 3, 2), 6, "tanh"), cases.network((2, 3, 1), 5, "sigmoid")
    shapes = shapes_of(case.params)
    yield from judge_conduct(
        "backward",
        case.backward_args,
        other.backward_args,
        lambda grads: as_params(grads, shapes, "the result"),
    )

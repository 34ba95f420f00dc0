"""In which order the parameters of a network are named: the exercise says that any will do."""

from __future__ import annotations

from autograder.assignments.weight_init.network import Params, depth_of, names
from autograder.checking.domain import Corner, Factor, Level

BACKWARDS = "backwards"
ORDER = Factor(
    "order",
    (
        Level("forwards"),
        Level(BACKWARDS, "where params name the last layer first", "layers-in-dict-order"),
    ),
)


def named(params: Params, corner: Corner) -> Params:
    """The parameters in the order in which a corner names them."""
    return dict(reversed(list(params.items()))) if corner[ORDER.name] == BACKWARDS else params


def in_order(params: Params) -> Params:
    """The parameters as W1, b1, …, WL, bL."""
    return {name: params[name] for name in names(depth_of(params))}

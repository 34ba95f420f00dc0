"""Right ways back cost few forward passes, however they are written; differences cost hundreds."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.cost import (
    GIVEN,
    MAX_GROWTH,
    MAX_MEMORY,
    MAX_RATIO,
    asks_cost,
)
from autograder.assignments.weight_init.right import RIGHT
from tests.corpora import right_overlays, wrong_overlays
from tests.validity.in_process import solutions, student_of, with_overlay

# Their price is that of a way back; they are refused for their values.
IN_ONE_LAYER = {"slopes_by_differences", "outgoing_weights_nudged", "first_layer_nudged"}


def shares_of_bounds(names: Mapping[str, Any]) -> tuple[float, float]:
    """How much of the bound on growth is used up, and of the bounds on ratio or memory."""
    _, program = asks_cost(Cases(np.random.default_rng(29)))
    shallow, deep, forward, wide = student_of(names).run(program)
    growth = max(deep.lines / shallow.lines, deep.peak / shallow.peak)
    prices = deep.lines / forward.lines / MAX_RATIO, wide.peak / GIVEN / MAX_MEMORY
    return growth / MAX_GROWTH, max(prices)


def test_no_right_way_back_is_near_both_bounds() -> None:
    overlays = [overlay for overlay in right_overlays() if overlay.exercise == "backprop"]
    for names in [solutions(), *map(with_overlay, overlays)]:
        growth, price = shares_of_bounds(names)
        assert growth < 1 / 1.4 or price < 1 / 1.4


def test_differences_of_every_kind_are_beyond_both_bounds() -> None:
    differences = [
        overlay
        for overlay in wrong_overlays()
        if overlay.function == "backward"
        and overlay.diagnoses[0] in ("finite-differences", "a-pass-for-each-parameter")
        and overlay.path.stem.partition("__")[2] not in IN_ONE_LAYER
    ]
    assert len(differences) >= 7
    for overlay in differences:
        growth, price = shares_of_bounds(with_overlay(overlay))
        assert growth > 1.4
        assert price > 1.4


def _by_tangents(
    params: Mapping[str, Any], a: list[Any], h: list[Any], y: Any, activation: str
) -> Mapping[str, Any]:
    """`backward` by what the kit's ruler has, handed in with a few lines."""
    stacked = {name: array[None] for name, array in params.items()}
    residual = (h[-1] - y)[None] / len(y)
    pre_activations, activations = [array[None] for array in a], [array[None] for array in h]
    slopes = network.gradients(stacked, pre_activations, activations, residual, activation)
    return network.by_parameter(slopes[0], params)


def test_nothing_in_the_kit_is_as_cheap_as_a_way_back() -> None:
    for backward in (_by_tangents, RIGHT["backward"]):
        growth, price = shares_of_bounds({**solutions(), "backward": backward})
        assert growth > 1.4
        assert price > 1.4


def test_what_was_given_is_counted_rightly() -> None:
    _, program = asks_cost(Cases(np.random.default_rng(29)))
    params, a, h, y, _ = program[-1].args
    assert sum(array.nbytes for array in [*params.values(), *a, *h, y]) == GIVEN

"""Right ways back cost few forward passes, however they are written; differences cost hundreds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.cost import MAX_GROWTH, MAX_RATIO, asks_cost
from tests.corpora import right_overlays, wrong_overlays
from tests.validity.in_process import solutions, student_of, with_overlay


def growth_and_ratio(names: Mapping[str, Any]) -> tuple[float, float]:
    """Lines of backward, deep over shallow, and backward's over forward's, deep."""
    _, program = asks_cost(Cases(np.random.default_rng(29)))
    shallow, deep, forward = student_of(names).run(program)
    return deep.lines / shallow.lines, deep.lines / forward.lines


def test_no_right_way_back_is_near_both_bounds() -> None:
    overlays = [overlay for overlay in right_overlays() if overlay.exercise == "backprop"]
    for names in [solutions(), *map(with_overlay, overlays)]:
        growth, ratio = growth_and_ratio(names)
        assert growth < MAX_GROWTH / 1.4 or ratio < MAX_RATIO / 1.4


def test_differences_of_every_kind_are_beyond_both_bounds() -> None:
    differences = [
        overlay
        for overlay in wrong_overlays()
        if overlay.function == "backward" and overlay.diagnoses[0] == "finite-differences"
    ]
    assert len(differences) >= 4
    for overlay in differences:
        growth, ratio = growth_and_ratio(with_overlay(overlay))
        assert growth > 1.4 * MAX_GROWTH
        assert ratio > 1.4 * MAX_RATIO

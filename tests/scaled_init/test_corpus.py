"""The corpora of scaled_init: each wrong file is caught and named, each right one gets all points.

One in eight of each is looked at in the first tier, all of them in the second.
"""

import contextlib
import io
from collections.abc import Iterable
from typing import Any

import pytest

from autograder.model import Outcome
from tests.corpora import Overlay, right_overlays, wrong_overlays
from tests.scaled_init.students import LESSON, assignment, lost, results
from tests.validity.in_process import with_overlay

WRONG, RIGHT = list(wrong_overlays(LESSON)), list(right_overlays(LESSON))
EACH = 8
# Caught, and not given one of the names of their first line: what they do looks like something
# else from outside, or no feedback has words for it.
UNNAMED = {
    "depth/gradient_through_depth__remembers",  # of all calls with nets of one shape
    "scales/orthogonal_init__beyond_all_squares",  # nothing can be computed of its weights
}


def sampled(overlays: Iterable[Overlay]) -> list[Any]:
    """All overlays as parameters; most wait for the second tier."""
    return [
        pytest.param(one, id=one.name, marks=[] if n % EACH == 0 else pytest.mark.thorough)
        for n, one in enumerate(overlays)
    ]


@pytest.mark.parametrize("overlay", sampled(WRONG))
def test_a_wrong_function_loses_points_where_it_is_wrong(overlay: Overlay) -> None:
    asked = assignment().exercises[overlay.exercise]
    with contextlib.redirect_stdout(io.StringIO()):
        found = lost(results(with_overlay(overlay, LESSON), only=asked))
    assert {result.function for result in found.values()} == {overlay.function}
    assert not [id_ for id_, result in found.items() if result.outcome is Outcome.BROKEN]
    named = {result.diagnosis for result in found.values()}
    assert named & set(overlay.diagnoses) or overlay.name in UNNAMED, named


@pytest.mark.thorough
@pytest.mark.parametrize("seed", [1, 2])
def test_wrong_functions_are_caught_on_other_seeds(seed: int) -> None:
    missed = []
    for overlay in WRONG:
        names = with_overlay(overlay, LESSON)
        with contextlib.redirect_stdout(io.StringIO()):
            found = lost(results(names, seed, b"salt", only=[overlay.function]))
        if not found:
            missed.append(overlay.name)
    assert not missed


@pytest.mark.parametrize("overlay", sampled(RIGHT))
def test_a_right_submission_gets_all_points(overlay: Overlay) -> None:
    assert not lost(results(with_overlay(overlay, LESSON)))


def test_nearly_all_have_a_name() -> None:
    assert {overlay.name for overlay in WRONG} >= UNNAMED
    assert len(UNNAMED) < 0.02 * len(WRONG)

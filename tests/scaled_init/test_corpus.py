"""The corpora of scaled_init: each wrong file is caught and named, each right one gets all points.

One in fifteen of each is looked at in the first tier, all of them in the second.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pytest

from autograder.model import Outcome
from tests.corpora import Overlay, right_overlays, wrong_overlays
from tests.scaled_init.students import assignment, lost, results, solutions
from tests.validity.in_process import names_in

WRONG, RIGHT = list(wrong_overlays("scaled_init")), list(right_overlays("scaled_init"))
EACH = 15
# Caught, and not given one of the names of their first line: what they do looks like something
# else from outside, or no feedback has words for it.
UNNAMED = {
    "depth/gradient_through_depth__remembers",  # of all calls with nets of one shape
}


def sampled(overlays: Iterable[Overlay]) -> list[Any]:
    """All overlays as parameters; most wait for the second tier."""
    return [
        pytest.param(one, id=one.name, marks=[] if n % EACH == 0 else pytest.mark.thorough)
        for n, one in enumerate(overlays)
    ]


def names_with(overlay: Overlay) -> Mapping[str, Any]:
    """The solutions, with one exercise as the overlay has it."""
    text = overlay.files()[f"{overlay.exercise}.py"].decode()
    own = assignment().exercises[overlay.exercise]
    return {**{k: v for k, v in solutions().items() if k not in own}, **dict(names_in(text))}


@pytest.mark.parametrize("overlay", sampled(WRONG))
def test_a_wrong_function_loses_points_where_it_is_wrong(overlay: Overlay) -> None:
    asked = assignment().exercises[overlay.exercise]
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        found = lost(results(names_with(overlay), only=asked))
    assert {result.function for result in found.values()} == {overlay.function}
    assert not [id_ for id_, result in found.items() if result.outcome is Outcome.BROKEN]
    named = {result.diagnosis for result in found.values()}
    assert named & set(overlay.diagnoses) or overlay.name in UNNAMED, named


@pytest.mark.thorough
@pytest.mark.parametrize("seed", [1, 2])
def test_wrong_functions_are_caught_on_other_seeds(seed: int) -> None:
    missed = []
    for overlay in WRONG:
        with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
            found = lost(results(names_with(overlay), seed, b"salt", only=[overlay.function]))
        if not found:
            missed.append(overlay.name)
    assert not missed


@pytest.mark.parametrize("overlay", sampled(RIGHT))
def test_a_right_submission_gets_all_points(overlay: Overlay) -> None:
    assert not lost(results(names_with(overlay)))


def test_nearly_all_have_a_name() -> None:
    assert {overlay.name for overlay in WRONG} >= UNNAMED
    assert len(UNNAMED) < 0.02 * len(WRONG)

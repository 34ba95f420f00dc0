"""What the solution's draws say of another initializer."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.authoring.streams import FAINT, compared
from autograder.authoring.trying import answers_to
from autograder.checking.cases import Numbers
from autograder.checking.draws import Drawing

UNIT = Drawing("unit_draws", spread=lambda fan_in, fan_out: 1.0)
ORTHOGONAL = replace(UNIT, independent=False)


def seen(change: Callable[[Any], Any], drawing: Drawing = UNIT) -> str:
    drawn, program = drawing.asks(Numbers(np.random.default_rng(5)))
    right, answers = (
        answers_to(program, unit_draws=lambda m, n, rng, by=by: by(rng.normal(size=(m, n))))
        for by in (lambda z: z, change)
    )
    return compared(drawn, answers, right).kind


def column_by_column(z: Any) -> Any:
    return z.reshape(z.shape[::-1]).T


def raises(z: Any) -> Any:
    raise ValueError("unforeseen")


def late() -> Callable[[Any], Any]:
    calls: list[int] = []

    def change(z: Any) -> Any:
        calls.append(1)
        return 0.0 * z if len(calls) == 30 else z

    return change


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda z: z, "equal"),
        (lambda z: -z[::-1], "equal"),
        (column_by_column, "equal"),
        (lambda z: z * (1.0 + 1e-15), "equal"),
        (lambda z: z + 0.9 * FAINT, "faint"),
        (lambda z: np.round(z, 4), "faint"),
        (lambda z: z + 1.1 * FAINT, "wrong"),
        (lambda z: np.clip(z, -2.0, 2.0), "wrong"),
        (lambda z: 0.0 * z, "wrong"),
        (late(), "wrong"),
        (raises, "wrong"),
        (lambda z: z.astype(np.float32), "wrong"),
        (lambda z: z[:-1], "wrong"),
        (lambda z: np.full(z.shape, np.nan), "wrong"),
        (np.abs, "open"),
        (lambda z: np.sort(z, axis=None).reshape(z.shape), "open"),
    ],
)
def test_what_is_made_of_the_same_draws(change: Callable[[Any], Any], kind: str) -> None:
    assert seen(change) == kind


def test_a_law_that_is_not_of_independent_numbers_bears_fewer_changes_of_order() -> None:
    assert seen(column_by_column, ORTHOGONAL) == "open"
    assert seen(lambda z: z[:, ::-1], ORTHOGONAL) == "equal"


def test_memory_that_is_handed_out_twice_is_wrong_though_the_numbers_are_right() -> None:
    known: dict[bytes, Any] = {}
    assert seen(lambda z: known.setdefault(z.tobytes(), z)) == "wrong"

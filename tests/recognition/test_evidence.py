"""An idea is said when the answers that were judged bear it out, and only then."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.elementwise import SIGMOID
from autograder.assignments.weight_init.recognition import IDEAS
from autograder.checking.probe import Probe
from tests.validity.in_process import solutions, student_with

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


def is_borne_out(probe: Probe, id_: str, function: Callable[..., Any]) -> bool:
    drawn, program = probe.asks(Cases(np.random.default_rng(3)))
    answers = student_with(**{probe.function: function}).run(program)
    return IDEAS.bears_out(probe.function, id_, drawn, answers)


def stretched(a: Any) -> Any:
    return 2.0 * solutions()["sigmoid"](a) - 1.0


def where(condition: Callable[[Any], bool]) -> Callable[[Any], Any]:
    """Stretched where a condition holds for the whole array, right elsewhere."""
    return lambda a: stretched(a) if condition(a) else solutions()["sigmoid"](a)


def test_what_is_wrong_everywhere_bears_an_idea_out() -> None:
    assert is_borne_out(SIGMOID, "scaled-tanh", stretched)


@pytest.mark.parametrize(
    "condition", [lambda a: np.abs(a).max() > 100.0, lambda a: a.ndim == 2, lambda a: a.size > 12]
)
def test_what_is_right_where_the_idea_is_wrong_does_not(condition: Callable[[Any], bool]) -> None:
    assert not is_borne_out(SIGMOID, "scaled-tanh", where(condition))


def test_what_is_wrong_at_one_corner_follows_a_place() -> None:
    huge = where(lambda a: a.size > 1000)
    assert not is_borne_out(SIGMOID, "clipped", huge)
    assert is_borne_out(SIGMOID, "clipped", lambda a: np.clip(solutions()["sigmoid"](a), 0.0, 0.9))

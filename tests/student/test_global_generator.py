"""Whether NumPy's global generator was drawn from is told, whoever seeded it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.authoring.trying import answers_to
from autograder.student.calls import Call, generator


def seeded_again(rng: np.random.Generator) -> Any:
    np.random.seed(rng.integers(2**32, size=4, dtype=np.uint32))
    return np.random.randn(3)


def seeded_and_left(rng: np.random.Generator) -> Any:
    np.random.seed(42)
    return rng.normal(size=3)


def one_of_its_own(rng: np.random.Generator) -> Any:
    return np.random.RandomState(rng.integers(2**32, size=4, dtype=np.uint32)).randn(3)


@pytest.mark.parametrize(
    ("draws", "elsewhere"),
    [
        (lambda rng: rng.normal(size=3), False),
        (lambda rng: np.random.normal(size=3), True),
        (lambda rng: np.random.permutation(3) + rng.normal(size=3), True),
        (seeded_again, True),
        (seeded_and_left, False),
        (one_of_its_own, False),
    ],
)
def test_draws_of_the_global_generator_are_told(
    draws: Callable[[np.random.Generator], Any], elsewhere: bool
) -> None:
    (answer,) = answers_to([Call("draws", (generator(1),), seed=7)], draws=draws)
    assert answer.trouble is None
    assert answer.elsewhere == elsewhere

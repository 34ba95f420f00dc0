"""What passes plainly passes alone, and what fails alone never passes plainly."""

from collections.abc import Callable

import numpy as np
import pytest

from autograder.checking.chance import dependence
from autograder.checking.screening import all_differ, few_agree, plainly_independent
from autograder.numerics import Array

ERROR = 1e-12
SHAPES = [(60, 15), (30, 30), (15, 60), (1, 250), (250, 1)]


def normal(shape: tuple[int, int], seed: int = 0) -> Array:
    return np.random.default_rng([32, seed]).standard_normal(shape)


def test_right_draws_pass_plainly() -> None:
    matrices = [1e-6 * normal(shape, seed) for seed in range(20) for shape in SHAPES]
    assert plainly_independent(matrices, [1e-6] * len(matrices), ERROR).all()


DEPENDENT: dict[str, Callable[[Array], Array]] = {
    "constant": lambda W: np.full_like(W, 0.3),
    "zero": np.zeros_like,
    "copied columns": lambda W: np.repeat(W[:, :1], W.shape[1], axis=1),
    "copied rows": lambda W: np.repeat(W[:1], W.shape[0], axis=0),
    "mirrored": lambda W: np.concatenate(
        [W[: W.shape[0] // 2], -W[: W.shape[0] - W.shape[0] // 2]]
    ),
    "mean removed": lambda W: W - W.mean(),
    "column means removed": lambda W: W - W.mean(axis=0),
    "row means removed": lambda W: W - W.mean(axis=1, keepdims=True),
    "of one length": lambda W: W / np.sqrt((W**2).sum(axis=0)),
    "orthogonal": lambda W: np.linalg.qr(W)[0],
    "exact spread": lambda W: (W - W.mean()) / W.std(),
    "exact size": lambda W: W / np.sqrt(np.mean(W**2)),
    "sums too far": lambda W: W + 3.0 * W[:1],
    "correlated": lambda W: W + W[:, [1, 0, *range(2, W.shape[1])]],
}


@pytest.mark.parametrize("shape", [(60, 15), (30, 30)])
@pytest.mark.parametrize("kind", DEPENDENT)
def test_what_fails_alone_does_not_pass_plainly(kind: str, shape: tuple[int, int]) -> None:
    for W in (DEPENDENT[kind](normal(shape)), DEPENDENT[kind](normal(shape)).T):
        assert dependence(W, ERROR, 1.0) is not None
        passed = plainly_independent([normal(shape, 1), W], [1.0, 1.0], ERROR)
        assert passed.tolist() == [True, False]


def test_numbers_that_agree_are_counted() -> None:
    numbers = np.abs(normal((1, 100)).ravel())
    assert few_agree(np.sort(np.concatenate([numbers, numbers[:3]])))
    assert not few_agree(np.sort(np.concatenate([numbers, numbers[:4]])))
    assert all_differ(np.sort(numbers)) and not all_differ(np.sort([*numbers, numbers[0]]))

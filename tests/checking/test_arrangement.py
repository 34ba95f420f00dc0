"""Independent draws of any law pass; numbers whose places mean something do not."""

from collections.abc import Callable

import numpy as np
import pytest

from autograder.checking.arrangement import aligned, arranged, too_steady
from autograder.checking.chance import centred
from autograder.numerics import Array

ERROR = 1e-12
SHAPES = [(60, 15), (30, 30), (15, 60), (1, 150), (150, 1), (380, 11), (64, 260)]
LAWS: dict[str, Callable[[np.random.Generator, tuple[int, int]], Array]] = {
    "normal": lambda rng, shape: rng.normal(size=shape),
    "uniform": lambda rng, shape: rng.uniform(0.0, 3.0, shape),
    "Cauchy": lambda rng, shape: rng.standard_cauchy(shape),
    "signs": lambda rng, shape: rng.choice([-1.0, 1.0], shape),
}


def drawn(law: str, seed: int) -> list[Array]:
    rng = np.random.default_rng([41, seed])
    return [LAWS[law](rng, shape) for shape in SHAPES for _ in range(3)]


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("seed", range(10))
def test_independent_draws_of_any_law_pass(law: str, seed: int) -> None:
    matrices = drawn(law, seed)
    assert arranged(matrices, ERROR) is None
    assert aligned(list(map(centred, matrices)), ERROR) is None
    assert too_steady(matrices, ERROR) is None


def one_radius_for_two(z: Array) -> Array:
    rng = np.random.default_rng(z.size)
    radius = np.sqrt(rng.chisquare(2, z.size // 2))
    turned = np.cos(rng.uniform(0.0, 2.0 * np.pi, (2, z.size // 2))) * radius
    return np.append(turned.ravel(), np.zeros(z.size % 2)).reshape(z.shape)


def product(z: Array) -> Array:
    rng = np.random.default_rng(z.size)
    inner = 150
    return np.asarray(rng.normal(size=(len(z), inner)) @ rng.normal(size=(inner, z.shape[1])))


def as_many_signs(z: Array) -> Array:
    return np.asarray(
        np.abs(z) * np.resize([1.0, -1.0], z.size)[np.argsort(z.ravel())].reshape(z.shape)
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda z: z[np.argsort(np.linalg.norm(z, axis=1))], "the longer weights"),
        (lambda z: z[:, np.argsort(z[0])], "begins with the larger"),
        (one_radius_for_two, "half of all weights further on"),
        (lambda z: np.abs(z) * np.sign(z[:, :1]) * np.sign(z[:1]), "squares of four"),
    ],
)
def test_places_that_mean_something_are_told(change: Callable[[Array], Array], words: str) -> None:
    for seed in range(3):
        assert words in str(arranged([change(z) for z in drawn("normal", seed)], ERROR))


def test_a_product_of_two_matrices_is_told() -> None:
    for seed in range(3):
        products = [centred(product(z)) for z in drawn("normal", seed)]
        assert "in the other half" in str(aligned(products, ERROR))


def test_sums_that_scatter_too_little_are_told() -> None:
    matrices = drawn("normal", 0)
    assert "means" in str(too_steady([z - 0.99 * z.mean() for z in matrices], ERROR))
    assert "how many negative" in str(too_steady(list(map(as_many_signs, matrices)), ERROR))

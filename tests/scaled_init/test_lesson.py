"""The lesson's files belong together, and every figure in its text is what comes out.

Figures are recomputed with the solutions, by the draws that the text names.
"""

import math
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from autograder.release.build import release
from autograder.release.script import read_script
from tests.release.lessons import is_rounded, load, require_right_examples, text_of
from tests.scaled_init.students import EXERCISES, SOLUTIONS, assignment

NAMES = tuple(assignment().exercises)
Init = Callable[..., np.ndarray]


@cache
def solved(name: str) -> ModuleType:
    return load(SOLUTIONS / f"{name}.py")


@cache
def words_of(name: str) -> str:
    return text_of(read_script(SOLUTIONS / f"{name}.py"))


def test_the_exercises_are_what_a_release_writes(tmp_path: Path) -> None:
    made = release(SOLUTIONS, tmp_path, assignment())
    assert len(made.exercises) == 2 * len(NAMES)
    for path in made.exercises:
        assert path.read_bytes() == (EXERCISES / path.name).read_bytes(), path.name


@pytest.mark.thorough
def test_the_kit_holds_no_answer(tmp_path: Path) -> None:
    made = release(SOLUTIONS, tmp_path, assignment(), tmp_path / "kit.zip")
    assert made.kit is not None
    assert made.kit.stat().st_size > 100_000


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_the_docstrings_are_right(name: str) -> None:
    require_right_examples(read_script(SOLUTIONS / f"{name}.py"), solved(name))


def row(start: str, name: str) -> list[str]:
    """The numbers of the one row of a table that begins like this."""
    number = r"[\d.e+-]+(?: %)?"
    found = re.findall(re.escape(start) + rf"((?: {number} \|)+)", words_of(name))
    assert len(found) == 1, (start, found)
    return [cell.strip(" %") for cell in found[0].split("|")[:-1]]


# --- the way through fifty layers ----------------------------------------------------------------


def _stack(init: Init, sizes: Sequence[int], rng: np.random.Generator) -> dict[str, Any]:
    params = {}
    for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
        params[f"W{layer}"] = init(fan_in, fan_out, rng)
        params[f"b{layer}"] = np.zeros(fan_out)
    return params


DRAWS = {10: 199, 100: 49, 500: 5}  # by the width of the layers


@cache
def courses(init: str, activation: str, width: int) -> tuple[np.ndarray, float]:
    """Medians: of the spread of every layer over the first's; of gradients, first over last."""
    rng, signals, gradients = np.random.default_rng(5), [], []
    for _ in range(DRAWS[width]):
        X, upstream = rng.normal(size=(20, width)), rng.normal(size=(20, width))
        params = _stack(getattr(solved("scales"), init), [width] * 51, rng)
        spread = solved("depth").signal_through_depth(params, X, activation)
        back = solved("depth").gradient_through_depth(params, X, upstream, activation)
        signals.append(spread / spread[0])
        gradients.append(back[0] / back[-1] if back[-1] else np.nan)
    return np.median(signals, axis=0), float(np.nanmedian(gradients))


ROWS = {
    "LeCun, linear | 500": ("lecun_normal", "linear", 500),
    "He, ReLU | 500": ("he_normal", "relu", 500),
    "Glorot (normal), tanh | 500": ("glorot_normal", "tanh", 500),
    "LeCun, linear | 100": ("lecun_normal", "linear", 100),
    "LeCun, linear | 10": ("lecun_normal", "linear", 10),
    "LeCun, ReLU | 100": ("lecun_normal", "relu", 100),
    "He, ReLU | 100": ("he_normal", "relu", 100),
    "He, ReLU | 10": ("he_normal", "relu", 10),
    "Glorot (normal), tanh | 100": ("glorot_normal", "tanh", 100),
    "Glorot (uniform), tanh | 100": ("glorot_uniform", "tanh", 100),
    "He, tanh | 100": ("he_normal", "tanh", 100),
}


@pytest.mark.thorough
@pytest.mark.parametrize("start", ROWS)
def test_the_table_of_depth_is_what_comes_out(start: str) -> None:
    spreads, _ = courses(*ROWS[start])
    written = row(f"| {start} |", "depth")
    assert len(written) == 4
    for text, layer in zip(written, (2, 10, 20, 50), strict=True):
        assert is_rounded(text, float(spreads[layer - 1])), (text, spreads[layer - 1])


@pytest.mark.thorough
def test_gradients_are_what_comes_out() -> None:
    text = words_of("depth")
    found = re.search(
        r"first layer is ([\d.]+) of that of the last for He and ReLU, and ([\d.e-]+) for LeCun "
        r"and ReLU\..*?it is ([\d.]+): the gradient",
        text,
    )
    assert found is not None
    for written, key in zip(
        found.groups(), ("He, ReLU | 100", "LeCun, ReLU | 100", "He, tanh | 100"), strict=True
    ):
        assert is_rounded(written, courses(*ROWS[key])[1])


def test_layers_of_different_sizes_keep_one_way_only() -> None:
    rng = np.random.default_rng(8)
    params = _stack(solved("scales").he_normal, [400, 200, 100, 50, 25], rng)
    X, upstream = rng.normal(size=(20, 400)), rng.normal(size=(20, 25))
    spread = solved("depth").signal_through_depth(params, X, "relu")
    assert 0.8 < spread[-1] / spread[0] < 1.25
    back = solved("depth").gradient_through_depth(params, X, upstream, "relu")
    found = re.search(r"falls from ([\d.]+) to ([\d.]+) on its way back", words_of("depth"))
    assert found is not None
    assert is_rounded(found[1], float(back[-1]))
    assert is_rounded(found[2], float(back[0]))


# --- dead units ----------------------------------------------------------------------------------


def _percent(written: str, value: float) -> bool:
    return is_rounded(written, 100.0 * value)


def test_the_table_of_biases_is_what_comes_out() -> None:
    rng = np.random.default_rng(7)
    X = rng.normal(size=(100, 100))
    a = X @ solved("scales").he_normal(100, 500, rng)
    for bias in (0, 2, 3, 4, 5, 8):
        asleep, dead = row(f"| {f'−{bias}' if bias else bias} |", "dead_units")
        assert _percent(asleep, float(np.mean(a - bias <= 0)))
        assert _percent(dead, solved("dead_units").dead_fraction(a - bias))


@pytest.mark.thorough
def test_the_table_of_layers_is_what_comes_out() -> None:
    rng = np.random.default_rng(6)
    X = rng.normal(size=(100, 100))
    params = _stack(solved("scales").he_normal, [100] * 51, rng)
    a, _ = solved("depth").forward_deep(params, X, "relu")
    for layer in (1, 5, 10, 20, 50):
        dead, cosine = row(f"| {layer} |", "dead_units")
        unit = a[layer - 1] / np.linalg.norm(a[layer - 1], axis=1, keepdims=True)
        mean = float((unit @ unit.T)[np.triu_indices(100, 1)].mean())
        assert _percent(dead, solved("dead_units").dead_fraction(a[layer - 1]))
        assert is_rounded(cosine, abs(mean))


# --- what is said of numbers in passing ----------------------------------------------------------


def test_factors_and_powers_in_the_text_are_right() -> None:
    scales, depth = words_of("scales"), words_of("depth")
    variance = 0.5 - 1.0 / (2.0 * math.pi)
    assert "0.9 to the power of 50 is 0.005, and 1.1 to the power of 50 is 117" in scales
    assert is_rounded("0.005", 0.9**50)
    assert is_rounded("117", 1.1**50)
    assert "½ − 1/(2π) = 0.341" in scales
    assert "1/0.341 = 2.93" in scales
    assert "grow 1.21-fold in every layer, fourteen-thousandfold in fifty" in scales
    assert is_rounded("0.341", variance)
    assert is_rounded("2.93", 1.0 / variance)
    growth = math.sqrt(0.5 / variance)
    assert is_rounded("1.21", growth)
    assert 13_500 < growth**50 < 14_500
    assert "0.71 to the power of 49 is 4.2e-08" in depth
    assert is_rounded("4.2e-08", 0.5**24.5)
    assert "√(1/(2l)), 0.1 for l = 50" in depth


def test_an_untouched_q_has_a_negative_first_weight_every_time() -> None:
    rng = np.random.default_rng(3)
    for shape in ((2, 2), (9, 9), (12, 5), (7, 1)):
        first = [np.linalg.qr(rng.normal(size=shape))[0][0, 0] for _ in range(20)]
        assert max(first) < 0.0
    assert {float(np.linalg.qr(rng.normal(size=(1, 1)))[0][0, 0]) for _ in range(9)} == {1.0}


def test_from_zero_only_biases_would_move_with_another_slope() -> None:
    zero = {"W1": np.zeros((3, 4)), "b1": np.zeros(4), "W2": np.zeros((4, 2)), "b2": np.zeros(2)}
    X, upstream = np.ones((5, 3)), np.ones((5, 2))
    a, h = solved("depth").forward_deep(zero, X, "relu")
    assert not any(layer.any() for layer in a)
    # With a slope of 1 at 0 the last layer's ∂loss/∂a is upstream: biases move, weights do not.
    assert upstream.sum(axis=0).any()
    assert not (h[1].T @ upstream).any()
    assert not (X.T @ (upstream @ zero["W2"].T)).any()

"""Weights held against what rng gave: what is off to the digit, and of whom nothing is said."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.authoring.trying import answers_to
from autograder.checking.cases import Numbers
from autograder.checking.draws import Drawing
from autograder.checking.laws import UNIFORM
from autograder.checking.replaying import Replay
from autograder.numerics import Array

Draw = Callable[[int, int, np.random.Generator], Array]
NORMAL_DRAWS = Drawing("draws", spread=lambda fan_in, fan_out: (fan_in + fan_out) ** -0.5)
UNIFORM_DRAWS = Drawing("draws", NORMAL_DRAWS.spread, UNIFORM)


def replay(function: Draw, drawing: Drawing = NORMAL_DRAWS, seed: int = 0) -> Replay:
    drawn, program = drawing.asks(Numbers(np.random.default_rng(seed)))
    return Replay(drawn, [answer.value for answer in answers_to(program, draws=function)])


def changed(change: Callable[[Array], Array], scale: float = 1.0) -> Draw:
    def draws(fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
        std = scale * (fan_in + fan_out) ** -0.5
        return change(rng.normal(0.0, std, (fan_in, fan_out)))

    return draws


def direction_and_length(fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
    z = rng.standard_normal((fan_in, fan_out))
    length = np.sqrt(rng.chisquare(z.size) / (fan_in + fan_out))
    return np.asarray(z / np.linalg.norm(z) * length)


def random_signs(fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
    z = rng.standard_normal((fan_in, fan_out)) * (fan_in + fan_out) ** -0.5
    return np.asarray(np.where(rng.random(z.shape) < 0.5, -z, z))


def difference(fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
    one, other = rng.standard_normal((2, fan_in, fan_out))
    return np.asarray((one - other) * (2.0 * (fan_in + fan_out)) ** -0.5)


def some_anew(fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
    """A quarter of the weights is drawn once more, whatever it was."""
    W = rng.normal(0.0, (fan_in + fan_out) ** -0.5, (fan_in, fan_out))
    again = rng.random(W.shape) < 0.25
    W[again] = rng.normal(0.0, (fan_in + fan_out) ** -0.5, int(again.sum()))
    return W


RIGHT: dict[str, Draw] = {
    "as they come": changed(lambda W: W),
    "mirrored": changed(np.negative),
    "single precision spread": changed(lambda W: W, scale=float(np.float32(0.1)) * 10.0),
    "a constant with four digits": changed(lambda W: W, scale=1.732 / 3.0**0.5),
    "a direction and a length": direction_and_length,
    "random signs": random_signs,
    "a difference": difference,
    "some drawn again": some_anew,
}


@pytest.mark.parametrize("name", RIGHT)
@pytest.mark.parametrize("seed", range(3))
def test_of_right_ways_to_draw_nothing_is_said(name: str, seed: int) -> None:
    found = replay(RIGHT[name], seed=seed)
    assert found.off == {}
    assert found.cut is None
    assert found.beside is None
    assert not found.uniform_terms


@pytest.mark.parametrize("scale", [0.995, 1.002, 0.5])
def test_a_spread_that_is_off_by_little_is_known_in_every_call(scale: float) -> None:
    found = replay(changed(lambda W: W, scale)).off
    assert len(found) > 20
    assert np.allclose([fit.factor for fit in found.values()], scale, rtol=1e-9)


def test_a_spread_that_is_wrong_for_two_inputs_only_is_known_there() -> None:
    def draws(fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
        return changed(lambda W: W, 1.3 if fan_in == 2 else 1.0)(fan_in, fan_out, rng)

    found = replay(draws)
    assert {found.drawn[n].shape[0] for n in found.off} == {2}


def test_a_shift_is_told_from_a_factor() -> None:
    found = replay(changed(lambda W: W + 0.01)).off
    assert found
    assert all(abs(fit.factor - 1.0) < 1e-9 for fit in found.values())
    assert all(fit.shift > 0.0 for fit in found.values())


@pytest.mark.parametrize("seed", range(5))
def test_what_is_cut_off_is_seen_where_layers_are_small(seed: int) -> None:
    def of_uniform(fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
        bound = (3.0 / (fan_in + fan_out)) ** 0.5
        return np.clip(rng.uniform(-bound, bound, (fan_in, fan_out)), -0.6, 0.6)

    found = replay(of_uniform, UNIFORM_DRAWS, seed).cut
    assert found is not None
    assert found[1] == "clipped"


def test_what_is_drawn_again_far_out_is_no_normal_law() -> None:
    def draws(fan_in: int, fan_out: int, rng: np.random.Generator) -> Any:
        z = rng.standard_normal((fan_in, fan_out))
        while (far := np.abs(z) > 3.0).any():
            z[far] = rng.standard_normal(int(far.sum()))
        return z * (fan_in + fan_out) ** -0.5

    found = replay(draws).cut
    assert found is not None
    assert found[1] == "truncated"


CHANGES: dict[str, tuple[Callable[[Array], Array], str | None]] = {
    "cut at five": (lambda W: np.clip(W, -5.0 * W.std(), 5.0 * W.std()), "truncated"),
    "nearly zero is zero": (lambda W: np.where(np.abs(W) < 1e-9, 0.0, W), "small-set-to-zero"),
    "never nearly zero": (lambda W: np.where(np.abs(W) < 1e-9, 1e-9, W), None),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_weight_far_out_or_tiny_is_enough(name: str) -> None:
    change, id_ = CHANGES[name]
    found = replay(changed(change)).beside
    assert found is not None
    assert found[1] == id_


@pytest.mark.parametrize("seed", range(3))
def test_a_size_that_is_changed_now_and_then_is_known(seed: int) -> None:
    found = replay(changed(lambda W: W / max(1.0, float(np.abs(W).max()))), seed=seed).off
    assert 0 < len(found) < 20
    assert all(fit.factor < 1.0 for fit in found.values())


@pytest.mark.parametrize(("axis", "terms"), [(0, 48), (2, 12)])
def test_a_sum_of_uniform_numbers_is_known(axis: int, terms: int) -> None:
    def draws(fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
        shape = [fan_in, fan_out]
        shape.insert(axis, terms)
        return np.asarray((rng.random(shape).sum(axis) - terms / 2) * (fan_in + fan_out) ** -0.5)

    assert replay(draws).uniform_terms == terms

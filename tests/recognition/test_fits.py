"""Ideas with a parameter are recognised whatever the parameter is."""

from typing import Any

import numpy as np
import pytest

from autograder.assignments.weight_init.recognition import IDEAS
from tests.validity.in_process import solutions, student_with


def _backward(change: Any) -> Any:
    return lambda *args: change(solutions()["backward"](*args), args[0])


def _named(**functions: Any) -> str | None:
    (function,) = functions
    return IDEAS.recognise(function, student_with(**functions))


@pytest.mark.parametrize("bound", [0.07, 0.4, 3.3, 17.0])
def test_gradients_cut_entry_by_entry(bound: float) -> None:
    cut = _backward(lambda grads, _: {n: np.clip(g, -bound, bound) for n, g in grads.items()})
    assert _named(backward=cut) == "gradient-clipped"


@pytest.mark.parametrize("bound", [2.1, 5.0, 40.0])
def test_gradients_shortened_as_a_whole(bound: float) -> None:
    def shortened(grads: Any, params: Any) -> Any:
        length = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
        return {n: g * min(1.0, bound / length) for n, g in grads.items()}

    assert _named(backward=_backward(shortened)) == "gradient-clipped"


@pytest.mark.parametrize("rate", [3e-4, 0.02, 0.7])
def test_decay_in_the_gradient(rate: float) -> None:
    decayed = _backward(
        lambda grads, p: {n: g + rate * p[n] if n[0] == "W" else g for n, g in grads.items()}
    )
    assert _named(backward=decayed) == "weight-decay"


@pytest.mark.parametrize("rate", [3e-4, 0.02, 0.7])
def test_weights_updated_on_the_way_back(rate: float) -> None:
    def backward(params: Any, a: Any, h: Any, y: Any, activation: str) -> Any:
        slope = solutions()["sigmoid_grad" if activation == "sigmoid" else "tanh_grad"]
        delta, grads = (h[-1] - y) / len(y), {}
        for k in range(len(a), 0, -1):
            grads[f"W{k}"], grads[f"b{k}"] = h[k - 1].T @ delta, delta.sum(axis=0)
            W = params[f"W{k}"] - rate * grads[f"W{k}"]
            if k > 1:
                delta = delta @ W.T * slope(a[k - 2])
        return grads

    assert _named(backward=backward) == "upstream-weights-updated"


@pytest.mark.parametrize("digits", [2, 4, 7])
def test_rounded_gradients(digits: int) -> None:
    rounded = _backward(lambda grads, _: {n: np.round(g, digits) for n, g in grads.items()})
    assert _named(backward=rounded) == "rounded"


@pytest.mark.parametrize("digits", [2, 5, 9])
def test_rounded_activations(digits: int) -> None:
    for function in ("sigmoid", "sigmoid_grad", "tanh_grad"):
        exact = solutions()[function]
        assert _named(**{function: lambda a, f=exact: np.round(f(a), digits)}) == "rounded"


@pytest.mark.parametrize("bound", [0.7, 3.7, 12.3, 20.0])
def test_activations_of_clipped_inputs(bound: float) -> None:
    clipped = lambda a: solutions()["sigmoid"](np.clip(a, -bound, bound))
    assert _named(sigmoid=clipped) == "clipped"


@pytest.mark.parametrize("step", [1e-3, 1e-4, 1e-5, 1e-6, 1e-7])
def test_slopes_measured_with_any_step(step: float) -> None:
    forward = lambda a: (np.tanh(a + step) - np.tanh(a)) / step
    central = lambda a: (np.tanh(a + step) - np.tanh(a - step)) / (2 * step)
    assert _named(tanh_grad=forward) == "finite-differences"
    assert _named(tanh_grad=central) == "finite-differences"


@pytest.mark.parametrize("factor", [0.013, 0.37, 1.8, -3.0])
def test_a_fixed_rate(factor: float) -> None:
    def fixed(params: Any, grads: Any, rate: float) -> Any:
        return {n: p - factor * grads[n] for n, p in params.items()}

    assert _named(sgd_step=fixed) == "rate-ignored"


def _train(next_params: Any) -> Any:
    def train(params: Any, X: Any, y: Any, activation: str, rate: float, steps: int) -> Any:
        history, speed = [params], {n: 0.0 * p for n, p in params.items()}
        for t in range(steps):
            a, h = solutions()["forward"](history[-1], X, activation)
            grads = solutions()["backward"](history[-1], a, h, y, activation)
            speed, new = next_params(history[-1], grads, speed, rate, t)
            history.append(new)
        return history

    return train


@pytest.mark.parametrize("falls", [lambda t: 0.83**t, lambda t: 1 / (1 + 0.07 * t)])
def test_any_schedule_of_rates(falls: Any) -> None:
    def step(params: Any, grads: Any, speed: Any, rate: float, t: int) -> Any:
        return speed, {n: p - rate * falls(t) * grads[n] for n, p in params.items()}

    assert _named(train=_train(step)) == "step-decay"


@pytest.mark.parametrize(("kept", "new"), [(0.37, 1.0), (0.9, 0.1), (0.99, 1.0)])
def test_momentum_of_any_strength(kept: float, new: float) -> None:
    def step(params: Any, grads: Any, speed: Any, rate: float, t: int) -> Any:
        speed = {n: kept * v + new * grads[n] for n, v in speed.items()}
        return speed, {n: p - rate * speed[n] for n, p in params.items()}

    assert _named(train=_train(step)) == "momentum"


@pytest.mark.parametrize("size", [2, 3, 4])
def test_mini_batches_of_any_size(size: int) -> None:
    def train(params: Any, X: Any, y: Any, activation: str, rate: float, steps: int) -> Any:
        history = [params]
        for t in range(steps):
            rows = slice(t * size % len(X), t * size % len(X) + size)
            a, h = solutions()["forward"](history[-1], X[rows], activation)
            grads = solutions()["backward"](history[-1], a, h, y[rows], activation)
            history.append(solutions()["sgd_step"](history[-1], grads, rate))
        return history

    assert _named(train=train) == "mini-batches"


@pytest.mark.parametrize("default", [0.003, 0.027, 0.11])
def test_another_default(default: float) -> None:
    changed = lambda h, f, tol=default: solutions()["saturated_fraction"](h, f, tol)
    assert _named(saturated_fraction=changed) == "default-changed"


@pytest.mark.parametrize("threshold", [0.31, 0.77, 1.7, 4.2])
def test_any_threshold(threshold: float) -> None:
    counted = lambda h, f, tol=0.01: float(np.mean(np.abs(h) > threshold))
    assert _named(saturated_fraction=counted) == "pre-activation-threshold"


@pytest.mark.parametrize("power", [0.5, 1.0, -0.5])
def test_spreads_that_follow_the_sizes(power: float) -> None:
    for fan in (0, 1):
        scaled = lambda *args, k=fan: args[3].normal(0, args[2], args[:2]) / args[k] ** power
        assert _named(normal_init=scaled) == "fan-scaled"


@pytest.mark.parametrize("factor", [0.1, 0.8, 3.0])
def test_any_other_spread(factor: float) -> None:
    scaled = lambda fan_in, fan_out, std, rng: rng.normal(0, factor * std, (fan_in, fan_out))
    assert _named(normal_init=scaled) == "std-scaled"


@pytest.mark.parametrize("bound", [0.9, 1.3, 2.0, 2.7])
def test_redrawn_beyond_any_bound(bound: float) -> None:
    def redrawn(fan_in: int, fan_out: int, std: float, rng: np.random.Generator) -> Any:
        W = rng.normal(0, std, (fan_in, fan_out))
        while (far := np.abs(W) > bound * std).any():
            W[far] = rng.normal(0, std, int(far.sum()))
        return W

    assert _named(normal_init=redrawn) == "truncated"

"""Known wrong updates and training loops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.recognition.bank import Bank
from autograder.calls import Student

_cases = Cases(np.random.default_rng(14))
Params = dict[str, Any]


def _moved(params: Params, grads: Params, rate: float) -> Params:
    return {name: np.add(array, np.multiply(-rate, grads[name])) for name, array in params.items()}


def _update_case(sizes: tuple[int, ...], rate: float) -> tuple[Params, Params, float]:
    params = _cases.network(sizes, 2, "tanh").params
    return params, {name: _cases.normal(*array.shape) for name, array in params.items()}, rate


def _only(condition: Callable[[str, int], bool]) -> Callable[..., Params]:
    """Only the parameters for which the condition on (name, depth) holds are updated."""

    def implementation(params: Params, grads: Params, rate: float) -> Params:
        depth = network.depth_of(params)
        kept = {name: (1.0 if condition(name, depth) else 0.0) * g for name, g in grads.items()}
        return _moved(params, kept, rate)

    return implementation


_sgd_step = Bank(
    "sgd_step",
    [_update_case((4, 3, 2), 0.3), _update_case((3, 5, 4, 1), 0.05)],
    _moved,
    [
        ("ascent", lambda p, g, r: _moved(p, g, -r)),
        ("rate-ignored", lambda p, g, r: _moved(p, g, 1.0)),
        ("rate-twice", lambda p, g, r: _moved(p, g, r * r)),
        ("rate-twice", lambda p, g, r: _moved(p, g, 2 * r)),
        ("rate-halved", lambda p, g, r: _moved(p, g, r / 2)),
        ("rate-divides", lambda p, g, r: _moved(p, g, 1 / r)),
        *[("rate-fixed", lambda p, g, r, c=c: _moved(p, g, c)) for c in (0.1, 0.01, 0.001, 0.5)],
        ("biases-not-updated", _only(lambda name, depth: name[0] == "W")),
        ("weights-not-updated", _only(lambda name, depth: name[0] == "b")),
        ("only-last-layer", _only(lambda name, depth: int(name[1:]) == depth)),
        ("only-first-layer", _only(lambda name, depth: int(name[1:]) == 1)),
        ("last-layer-forgotten", _only(lambda name, depth: int(name[1:]) < depth)),
        ("first-two-layers-only", _only(lambda name, depth: int(name[1:]) <= 2)),
        ("nothing-moves", lambda p, g, r: p),
        ("returns-the-step", lambda p, g, r: {name: -r * g[name] for name in p}),
        ("returns-the-step", lambda p, g, r: {name: r * g[name] for name in p}),
        ("returns-the-step", lambda p, g, r: g),
        ("sign-only", lambda p, g, r: _moved(p, {n: np.sign(x) for n, x in g.items()}, r)),
        ("gradient-normalised", lambda p, g, r: _moved(p, {n: x / np.linalg.norm(x) for n, x in g.items()}, r)),
        ("multiplies", lambda p, g, r: {n: x * (1 - r * g[n]) for n, x in p.items()}),
        ("weight-decay", lambda p, g, r: {n: (1 - r) * x - r * g[n] for n, x in p.items()}),
        ("biases-not-updated", lambda p, g, r: _moved(p, {n: x if n[0] == "W" else -x for n, x in g.items()}, r)),
        ("rate-ignored", lambda p, g, r: _moved(p, g, -1.0)),
        *[
            ("gradient-clipped", lambda p, g, r, c=c: _moved(p, {n: np.clip(x, -c, c) for n, x in g.items()}, r))
            for c in (0.1, 0.5, 1.0, 2.0)
        ],
        *[
            ("weight-decay", lambda p, g, r, c=c: {n: x * (1 - (r if by_rate else 1) * c) - r * g[n] for n, x in p.items()})
            for c in (1e-4, 1e-3, 0.01, 0.1)
            for by_rate in (True,)
        ],
    ],
)

_NETWORKS = [_cases.network((4, 3, 2), 6, "sigmoid"), _cases.network((3, 4, 1), 7, "tanh")]
_TRAIN = [(n.params, n.X, n.y, n.activation, 0.2, 3) for n in _NETWORKS]
Step = Callable[[Params, Any, Any, str, float, int], Params]


def _right_step(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
    return _moved(params, network.slopes(params, X, y, f), rate)


def _histories(step: Step) -> Callable[..., Any]:
    def implementation(params: Params, X: Any, y: Any, f: str, rate: float, steps: int) -> Any:
        history = [params]
        for t in range(steps):
            history.append(step(history[-1], X, y, f, rate, t))
        return history

    return implementation


def _recorded(change: Callable[[list[Params]], Any]) -> Callable[..., Any]:
    return lambda *args: change(_histories(_right_step)(*args))


def _rated(rate_at: Callable[[float, int], float]) -> Step:
    return lambda p, X, y, f, rate, t: _right_step(p, X, y, f, rate_at(rate, t), t)


def _with(update: Callable[..., Params]) -> Step:
    return lambda p, X, y, f, rate, t: update(p, network.slopes(p, X, y, f), rate)


def _stale(params: Params, X: Any, y: Any, f: str, rate: float, steps: int) -> Any:
    slopes = network.slopes(params, X, y, f)
    history = [params]
    for _ in range(steps):
        history.append(_moved(history[-1], slopes, rate))
    return history


def _by_layers(order: int, kinds: str) -> Step:
    """One layer (or array) after the other, gradients taken anew in between."""

    def step(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
        layers = range(1, network.depth_of(params) + 1)
        for layer in list(layers)[::order]:
            for part in kinds.split():
                slopes = network.slopes(params, X, y, f)
                names = [f"{kind}{layer}" for kind in part]
                params = {**params, **{n: params[n] - rate * slopes[n] for n in names}}
        return params

    return step


def _one_example(choose: Callable[[int, int], int]) -> Step:
    def step(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
        i = choose(t, len(X))
        return _right_step(params, X[i : i + 1], y[i : i + 1], f, rate, t)

    return step


def _every_example(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
    for i in range(len(X)):
        params = _right_step(params, X[i : i + 1], y[i : i + 1], f, rate, t)
    return params


def _momentum(strength: float, *, damped: bool) -> Callable[..., Any]:
    def implementation(params: Params, X: Any, y: Any, f: str, rate: float, steps: int) -> Any:
        history, speed = [params], {name: 0.0 * array for name, array in params.items()}
        for _ in range(steps):
            slopes = network.slopes(history[-1], X, y, f)
            share = 1 - strength if damped else 1.0
            speed = {n: strength * v + share * slopes[n] for n, v in speed.items()}
            history.append(_moved(history[-1], speed, rate))
        return history

    return implementation


def _other_activation(p: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
    return _right_step(p, X, y, "tanh" if f == "sigmoid" else "sigmoid", rate, t)


_train = Bank(
    "train",
    _TRAIN,
    _histories(_right_step),
    [
        ("history-without-start", _recorded(lambda history: history[1:])),
        ("history-too-short", _recorded(lambda history: history[:-1])),
        ("history-repeats", _recorded(lambda history: [history[-1]] * len(history))),
        ("history-repeats", _recorded(lambda history: [history[0], *[history[-1]] * (len(history) - 1)])),
        ("nothing-moves", _recorded(lambda history: [history[0]] * len(history))),
        ("only-the-end", _recorded(lambda history: history[-1])),
        ("only-the-end", _recorded(lambda history: history[-1:])),
        ("history-reversed", _recorded(lambda history: history[::-1])),
        ("history-too-long", lambda p, X, y, f, r, s: _histories(_right_step)(p, X, y, f, r, s + 1)),
        ("history-too-long", _recorded(lambda history: [history[0], *history])),
        ("history-too-long", _recorded(lambda history: [*history, history[-1]])),
        ("history-too-short", _recorded(lambda history: [history[0], *history[:-1]])),
        ("history-without-start", lambda p, X, y, f, r, s: _histories(_right_step)(p, X, y, f, r, s + 1)[1:]),
        ("ascent", _histories(_rated(lambda rate, t: -rate))),
        ("rate-ignored", _histories(_rated(lambda rate, t: 1.0))),
        ("rate-twice", _histories(_rated(lambda rate, t: rate * rate))),
        ("rate-twice", _histories(_rated(lambda rate, t: 2 * rate))),
        ("rate-halved", _histories(_rated(lambda rate, t: rate / 2))),
        *[("rate-fixed", _histories(_rated(lambda rate, t, c=c: c))) for c in (0.1, 0.01, 0.001, 0.5)],
        ("step-decay", _histories(_rated(lambda rate, t: rate / (1 + t)))),
        ("step-decay", _histories(_rated(lambda rate, t: rate / (2 + t)))),
        ("step-decay", _histories(_rated(lambda rate, t: rate / (t + 1) ** 0.5))),
        *[
            ("step-decay", _histories(_rated(lambda rate, t, c=c, k=k: rate * c ** (t + k))))
            for c in (0.5, 0.9, 0.95, 0.99)
            for k in (0, 1)
        ],
        *[("step-decay", _histories(_rated(lambda rate, t, c=c: rate / (1 + c * t)))) for c in (0.01, 0.1, 0.5)],
        *[("momentum", _momentum(c, damped=d)) for c in (0.5, 0.8, 0.9, 0.95, 0.99) for d in (True, False)],
        ("gradients-recomputed-between-layers", _histories(_by_layers(1, "Wb"))),
        ("gradients-recomputed-between-layers", _histories(_by_layers(-1, "Wb"))),
        ("gradients-recomputed-between-layers", _histories(_by_layers(1, "W b"))),
        ("gradients-recomputed-between-layers", _histories(_by_layers(-1, "W b"))),
        ("stale-gradients", _stale),
        ("wrong-activation", _histories(_other_activation)),
        ("wrong-activation", _histories(lambda p, X, y, f, r, t: _right_step(p, X, y, "tanh", r, t))),
        ("wrong-activation", _histories(lambda p, X, y, f, r, t: _right_step(p, X, y, "sigmoid", r, t))),
        ("one-example-a-step", _histories(_one_example(lambda t, m: t % m))),
        ("one-example-a-step", _histories(_one_example(lambda t, m: 0))),
        ("one-example-a-step", _histories(_every_example)),
        ("biases-not-updated", _histories(_with(_only(lambda name, depth: name[0] == "W")))),
        ("weights-not-updated", _histories(_with(_only(lambda name, depth: name[0] == "b")))),
        ("only-last-layer", _histories(_with(_only(lambda name, depth: int(name[1:]) == depth)))),
        ("only-first-layer", _histories(_with(_only(lambda name, depth: int(name[1:]) == 1)))),
        ("last-layer-forgotten", _histories(_with(_only(lambda name, depth: int(name[1:]) < depth)))),
        ("no-mean-over-examples", _histories(lambda p, X, y, f, r, t: _right_step(p, X, y, f, r * len(X), t))),
        ("mean-twice", _histories(lambda p, X, y, f, r, t: _right_step(p, X, y, f, r / len(X), t))),
        ("two-updates-a-step", _histories(lambda p, X, y, f, r, t: _right_step(_right_step(p, X, y, f, r, t), X, y, f, r, t))),
        ("targets-ignored", _histories(lambda p, X, y, f, r, t: _right_step(p, X, 0 * y, f, r, t))),
        ("one-example-a-step", _histories(lambda p, X, y, f, r, t: _right_step(p, X[:-1], y[:-1], f, r, t))),
    ],
)

RECOGNISERS: dict[str, Callable[[Student], str | None]] = {
    "sgd_step": _sgd_step.recognise,
    "train": _train.recognise,
}

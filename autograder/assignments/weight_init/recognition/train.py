"""Known wrong training loops."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases, Network
from autograder.assignments.weight_init.network import (
    activation_slope,
    other_activation,
    right_tangent,
)
from autograder.assignments.weight_init.recognition.loops import name_of_steps
from autograder.assignments.weight_init.recognition.sgd_step import PARTIAL, Params
from autograder.assignments.weight_init.right import updated
from autograder.checking.recognition.bank import Bank, Entry, ask
from autograder.checking.recognition.values import Seen, agree, flat, named_arrays
from autograder.student.calls import Student

_cases = Cases(np.random.default_rng(14))
_STEPS, _MANY_STEPS = 4, 110  # 110: the most of the domain
_PLANS = [((4, 3, 2), 6, "sigmoid", 0.2), ((3, 4, 2, 1), 7, "tanh", 0.11)]
_NETWORKS = [_cases.network(sizes, m, activation) for sizes, m, activation, _ in _PLANS]
_RATES = [rate for *_, rate in _PLANS]
_CASES = [
    (n.params, n.X, n.y, n.activation, rate, _STEPS)
    for n, rate in zip(_NETWORKS, _RATES, strict=True)
]
# (params, X, y, activation, rate, number of the step) -> params after it
Step = Callable[[Params, Any, Any, str, float, int], Params]
Loop = Callable[..., Any]


def _right(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
    return updated(params, network.slopes(params, X, y, f), rate)


def _loop(step: Step) -> Loop:
    def implementation(params: Params, X: Any, y: Any, f: str, rate: float, steps: int) -> Any:
        history = [params]
        for t in range(steps):
            history.append(step(history[-1], X, y, f, rate, t))
        return history

    return implementation


def _recorded(change: Callable[[list[Params]], Any]) -> Loop:
    """A right loop with another history."""
    return lambda *args: change(_loop(_right)(*args))


def _cut(length: int) -> Loop:
    return _recorded(lambda history: history[:length])


def _longer(change: Callable[[list[Params]], Any]) -> Loop:
    """One step more, and what is kept of it."""
    return lambda p, X, y, f, rate, steps: change(_loop(_right)(p, X, y, f, rate, steps + 1))


def _examples(choose: Callable[[int, int], Any]) -> Loop:
    """Some of the examples only, by (step, how many there are)."""

    def step(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
        rows = np.atleast_1d(np.arange(len(X))[choose(t, len(X))])
        if not len(rows):
            raise ValueError("an empty batch")
        return _right(params, X[rows], y[rows], f, rate, t)

    return _loop(step)


def _sweep(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
    for i in range(len(X)):
        params = _right(params, X[i : i + 1], y[i : i + 1], f, rate, t)
    return params


def _batch(size: int) -> Callable[[int, int], Any]:
    def choose(t: int, m: int) -> Any:
        start = t * size % m if size < m else 0
        return slice(start, start + size)

    return choose


def _halves(t: int, m: int) -> Any:
    return slice(0, m // 2) if t % 2 == 0 else slice(m // 2, None)


def _between(groups: Callable[[int], list[list[str]]]) -> Loop:
    """One group of arrays after the other is updated, with gradients taken anew in between."""

    def step(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
        for names in groups(network.depth_of(params)):
            slopes = network.slopes(params, X, y, f)
            params = {**params, **{n: params[n] - rate * slopes[n] for n in names}}
        return params

    return _loop(step)


def _layers(depth: int) -> list[list[str]]:
    return [[f"W{k}", f"b{k}"] for k in range(1, depth + 1)]


def _stale(params: Params, X: Any, y: Any, f: str, rate: float, steps: int) -> Any:
    """Gradients from before the loop."""
    slopes = network.slopes(params, X, y, f)
    history = [params]
    for _ in range(steps):
        history.append(updated(history[-1], slopes, rate))
    return history


def _stale_pass(delay: Callable[[int], int]) -> Loop:
    """Backward with the parameters of now and a forward pass from an earlier entry."""

    def implementation(params: Params, X: Any, y: Any, f: str, rate: float, steps: int) -> Any:
        history = [params]
        for t in range(steps):
            tangent = right_tangent(history[delay(t)], X, y, f)
            weights = right_tangent(history[-1], X, y, f).upstream
            slopes = replace(tangent, upstream=weights).slopes(history[-1])
            history.append(updated(history[-1], slopes, rate))
        return history

    return implementation


def _backward_as(other: Callable[[str], str]) -> Loop:
    """Forward with the activation that was asked for, backward with another one."""

    def step(params: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
        a, _ = network.forward_pass(params, X, f)
        derivative = [activation_slope(z, other(f)) for z in a[:-1]]
        tangent = replace(right_tangent(params, X, y, f), derivative=derivative)
        return updated(params, tangent.slopes(params), rate)

    return _loop(step)


def _activated(other: Callable[[str], str]) -> Loop:
    return _loop(lambda p, X, y, f, rate, t: _right(p, X, y, other(f), rate, t))


def _restarted(params: Params, X: Any, y: Any, f: str, rate: float, steps: int) -> Any:
    return [params, *[_right(params, X, y, f, rate, t) for t in range(steps)]]


def _partial(update: Callable[..., Params]) -> Loop:
    return _loop(lambda p, X, y, f, rate, t: update(p, network.slopes(p, X, y, f), rate))


def _twice(p: Params, X: Any, y: Any, f: str, rate: float, t: int) -> Params:
    return _right(_right(p, X, y, f, rate, t), X, y, f, rate, t)


_ENTRIES: list[Entry] = [
    ("history-repeats", _recorded(lambda history: [history[0]] * len(history))),
    ("history-repeats", _recorded(lambda history: [history[-1]] * len(history))),
    ("history-repeats", _recorded(lambda h: [h[0], *[h[-1]] * (len(h) - 1)])),
    ("history-without-start", _recorded(lambda history: history[1:])),
    ("history-without-start", _longer(lambda history: history[1:])),
    ("history-reversed", _recorded(lambda history: history[::-1])),
    ("history-too-long", _longer(lambda history: history)),
    ("history-too-long", _recorded(lambda history: [history[0], *history])),
    ("history-too-long", _recorded(lambda history: [*history, history[-1]])),
    ("only-the-end", _recorded(lambda history: history[-1:])),
    *[("history-too-short", _cut(length)) for length in range(1, _STEPS + 1)],
    ("history-too-short", _recorded(lambda history: [history[0], history[-1]])),
    ("history-too-short", _recorded(lambda history: [history[0], *history[:-1]])),
    ("restarts-every-step", _restarted),
    ("two-updates-a-step", _loop(_twice)),
    ("gradients-recomputed-between-layers", _between(_layers)),
    ("gradients-recomputed-between-layers", _between(lambda depth: _layers(depth)[::-1])),
    *[
        ("gradients-recomputed-between-layers", _between(groups))
        for groups in (
            lambda depth: [[name] for pair in _layers(depth) for name in pair],
            lambda depth: [[name] for pair in _layers(depth)[::-1] for name in pair],
            lambda depth: [[pair[0] for pair in _layers(depth)], [p[1] for p in _layers(depth)]],
            lambda depth: [[pair[1] for pair in _layers(depth)], [p[0] for p in _layers(depth)]],
        )
    ],
    ("stale-gradients", _stale),
    ("stale-gradients", _stale_pass(lambda t: 0)),
    ("stale-gradients", _stale_pass(lambda t: max(t - 1, 0))),
    ("wrong-activation", _activated(other_activation)),
    ("wrong-activation", _activated(lambda f: "tanh")),
    ("wrong-activation", _activated(lambda f: "sigmoid")),
    ("wrong-activation", _backward_as(other_activation)),
    ("wrong-activation", _backward_as(lambda f: "tanh")),
    ("wrong-activation", _backward_as(lambda f: "sigmoid")),
    ("one-example-a-step", _examples(lambda t, m: t % m)),
    ("one-example-a-step", _examples(lambda t, m: 0)),
    ("one-example-a-step", _examples(lambda t, m: m - 1)),
    ("one-example-a-step", _loop(_sweep)),
    ("last-example-dropped", _examples(lambda t, m: slice(0, m - 1))),
    ("mini-batches", _examples(_halves)),
    *[("mini-batches", _examples(_batch(size))) for size in (2, 3, 4, 5)],
    *[(id_, _partial(update)) for id_, update in PARTIAL],
    ("target-ignored", _loop(lambda p, X, y, f, rate, t: _right(p, X, 0 * y, f, rate, t))),
]
_train = Bank("train", "sequence", _CASES, _loop(_right), _ENTRIES)


def _slopes_at(case: Network) -> Callable[[Params], Params]:
    return lambda params: network.slopes(params, case.X, case.y, case.activation)


@_train.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    if bank.right_everywhere(seen):
        return _stops_by_itself(student)
    if (id_ := bank.name(seen)) is not None:
        return id_
    if all(isinstance(value, Mapping) for value in values):
        ends = [_loop(_right)(*args)[-1] for args in _CASES]
        right = [agree(flat(v), flat(e)) for v, e in zip(values, ends, strict=True)]
        return "only-the-end" if all(right) else None
    histories = [_history(v, c) for v, c in zip(values, _NETWORKS, strict=True)]
    if any(history is None for history in histories):
        return None
    return name_of_steps(
        [history or [] for history in histories],
        [_slopes_at(case) for case in _NETWORKS],
        [case.params for case in _NETWORKS],
        _RATES,
        [len(case.X) for case in _NETWORKS],
    )


def _history(value: Any, case: Network) -> list[Params] | None:
    """The entries of a history of the right length, when they are finite parameters."""
    if not isinstance(value, (list, tuple)) or len(value) != _STEPS + 1:
        return None
    history: list[Params] = []
    for entry in value:
        arrays = named_arrays(entry, case.params) or {}
        params = {name: x for name, x in arrays.items() if np.isfinite(x).all()}
        if {n: x.shape for n, x in params.items()} != {n: x.shape for n, x in case.params.items()}:
            return None
        history.append(params)
    return history


def _stops_by_itself(student: Student) -> str | None:
    """A right loop with too few entries where hardly anything moves, for many steps or for none."""
    case = _NETWORKS[0]
    plans = [
        (case.y, 1e-4, _STEPS),
        (case.passed[1][-1], 0.1, _STEPS),
        (case.y, 0.1, 0),
        (case.y, 0.01, _MANY_STEPS),
    ]
    values = ask(
        student,
        "train",
        [(case.params, case.X, y, case.activation, rate, steps) for y, rate, steps in plans],
    )
    short = any(
        isinstance(value, (list, tuple)) and len(value) <= steps
        for value, (_, _, steps) in zip(values, plans, strict=True)
    )
    return "history-too-short" if short else None


BANKS = [_train]

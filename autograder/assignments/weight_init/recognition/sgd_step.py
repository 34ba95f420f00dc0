"""Known wrong updates."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.right import updated
from autograder.checking.recognition.bank import Bank, Entry
from autograder.checking.recognition.fits import (
    all_close,
    clipped,
    common_factor,
    factor_between,
    normalised,
)
from autograder.checking.recognition.values import FACTOR, NOTHING, Seen, agree
from autograder.numerics import Array
from autograder.student.calls import Student

_cases = Cases(np.random.default_rng(14))
Params = dict[str, Any]  # arrays, shaped as those of `network.Params`


def _case(sizes: tuple[int, ...], rate: float, scale: float) -> tuple[Params, Params, float]:
    params = _cases.network(sizes, 2, "tanh").params
    grads = {name: _cases.normal(*array.shape, scale=scale) for name, array in params.items()}
    return params, grads, rate


_CASES = [_case((4, 3, 2), 0.3, 1.0), _case((3, 5, 4, 1), 0.05, 0.1), _case((3, 3, 3), 0.2, 30.0)]


def only(condition: Callable[[str, int], bool]) -> Callable[..., Params]:
    """An update of the parameters only for which the condition on (name, depth) holds."""

    def implementation(params: Params, grads: Params, rate: float) -> Params:
        depth = network.depth_of(params)
        kept = {name: (1.0 if condition(name, depth) else 0.0) * g for name, g in grads.items()}
        return updated(params, kept, rate)

    return implementation


# Which parameters are left where they are.
PARTIAL: list[tuple[str, Callable[..., Params]]] = [
    ("biases-not-updated", only(lambda name, depth: name[0] == "W")),
    ("biases-not-updated", only(lambda name, depth: name != f"b{depth}")),
    ("biases-not-updated", only(lambda name, depth: name != "b1")),
    ("weights-not-updated", only(lambda name, depth: name[0] == "b")),
    ("only-last-layer", only(lambda name, depth: int(name[1:]) == depth)),
    ("only-first-layer", only(lambda name, depth: int(name[1:]) == 1)),
    ("last-layer-forgotten", only(lambda name, depth: int(name[1:]) < depth)),
    ("first-layer-forgotten", only(lambda name, depth: int(name[1:]) > 1)),
]
_ENTRIES: list[Entry] = [
    ("nothing-moves", lambda p, g, r: p),
    ("returns-the-step", lambda p, g, r: {name: -r * g[name] for name in p}),
    ("returns-the-step", lambda p, g, r: {name: r * g[name] for name in p}),
    ("returns-the-step", lambda p, g, r: g),
    ("ascent", lambda p, g, r: updated(p, g, -r)),
    ("rate-twice", lambda p, g, r: updated(p, g, r * r)),
    ("rate-divides", lambda p, g, r: updated(p, g, 1 / r)),
    ("sign-of-gradient", lambda p, g, r: updated(p, {n: np.sign(x) for n, x in g.items()}, r)),
    ("multiplicative-update", lambda p, g, r: {n: x * (1 - r * g[n]) for n, x in p.items()}),
    ("multiplicative-update", lambda p, g, r: {n: x * r * g[n] for n, x in p.items()}),
    *PARTIAL,
]


def _steps(seen: Seen) -> Seen:
    """What was subtracted, over the rate."""
    return [
        None
        if arrays is None or len(arrays) != len(params)
        else [
            (params[name] - x) / rate if x.shape == params[name].shape else x
            for name, x in zip(sorted(params), arrays, strict=True)
        ]
        for arrays, (params, _, rate) in zip(seen, _CASES, strict=True)
    ]


def _gradients() -> Seen:
    return [[grads[name] for name in sorted(grads)] for _, grads, _ in _CASES]


def _clipped(seen: Seen, truths: Seen) -> bool:
    return clipped(_steps(seen), _gradients())


def _normalised(seen: Seen, truths: Seen) -> bool:
    return normalised(_steps(seen), _gradients())


def _rates(seen: Seen) -> list[float] | None:
    """For every case, by how much of its gradient everything updated; None when not by one rate."""
    rates = []
    for arrays, slopes in zip(_steps(seen), _gradients(), strict=True):
        rate = common_factor(zip(arrays or [], slopes or [], strict=False))
        if rate is None:
            return None
        rates.append(rate)
    return rates


def name_of_rates(factors: list[float], given: list[float]) -> str | None:
    """What multiples of the given rates are called; a rate that is none of them is ignored."""
    if any(abs(factor) < NOTHING for factor in factors):
        return None
    if all_close([f * r for f, r in zip(factors, given, strict=True)], factors[0] * given[0]):
        return "rate-ignored"
    rules: dict[str, Callable[[float], float]] = {
        "ascent": lambda rate: -1.0,
        "rate-twice": lambda rate: rate,
        "rate-divides": lambda rate: rate**-2,
        "factor-two": lambda rate: 2.0,
        "factor-half": lambda rate: 0.5,
    }
    for id_, rule in rules.items():
        if all(all_close([f], rule(r)) for f, r in zip(factors, given, strict=True)):
            return id_
    constant = all_close(factors, factors[0]) and abs(factors[0] - 1.0) > FACTOR
    return "constant-factor" if constant else None


def _decayed(seen: Seen, truths: Seen) -> bool:
    """The right result, less a multiple of the parameters (of all, or of the weights)."""
    for by_rate in (True, False):
        shares: list[float | None] = []
        for arrays, (params, grads, rate) in zip(seen, _CASES, strict=True):
            expected = updated(params, grads, rate)
            for name, x in zip(sorted(params), arrays or [], strict=False):
                if name[0] == "b" and agree([x], [expected[name]]):
                    continue
                shares.append(_share(x, expected[name], params[name], rate if by_rate else 1.0))
        found = [share for share in shares if share is not None]
        if not found or len(found) < len(shares) or found[0] < NOTHING:
            continue
        if all_close([share / found[0] for share in found], 1.0):
            return True
    return False


def _share(x: Array, expected: Array, params: Array, unit: float) -> float | None:
    if x.shape != expected.shape:
        return None
    factor = factor_between(expected - x, params)
    return None if factor is None else factor / unit


_sgd_step = Bank(
    "sgd_step",
    "dict",
    _CASES,
    updated,
    _ENTRIES,
    [("gradient-clipped", _clipped), ("normalised", _normalised), ("weight-decay", _decayed)],
)


@_sgd_step.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    if any(arrays is None for arrays in seen) or bank.right_everywhere(seen):
        return bank.name(seen)
    rates = _rates(seen)
    named = name_of_rates(rates, [rate for _, _, rate in _CASES]) if rates else None
    return named or bank.name(seen)


BANKS = [_sgd_step]

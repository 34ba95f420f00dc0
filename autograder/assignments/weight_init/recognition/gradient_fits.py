"""Ideas about gradients with a parameter, and mistakes that depend on the layer."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.assignments.weight_init.cases import Network
from autograder.assignments.weight_init.recognition.tangents import CASES, Grads, changed, upstream
from autograder.checking.recognition.fits import all_close, factor_between
from autograder.checking.recognition.values import FACTOR, NOTHING, agree
from autograder.numerics import Array, normwise

# Of slopes of about 1: what right code leaves, ten times over; and the most that a difference
# quotient of a usual step is off.
ROUNDING, MEASURED = 1e-13, 1e-2
Factor = Callable[[Network], float]
_FACTORS: dict[str, Factor] = {
    "no-mean-over-examples": lambda case: len(case.X),
    "mean-twice": lambda case: 1 / len(case.X),
    "divides-by-m-minus-one": lambda case: len(case.X) / (len(case.X) - 1),
    "divides-by-outputs": lambda case: 1 / case.sizes[-1],
    "divides-by-inputs": lambda case: len(case.X) / case.sizes[0],
    "wrong-sign": lambda case: -1.0,
    "factor-two": lambda case: 2.0,
    "factor-half": lambda case: 0.5,
}
# Factors of the biases alone that have names of their own.
_OF_BIASES: dict[str, Factor] = {
    "bias-ignored": lambda case: 0.0,
    "bias-mean": lambda case: 1 / len(case.X),
}
_Table = list[tuple[dict[str, float], Network]]


def by_factor(observed: Sequence[Grads]) -> str | None:
    """Every array is a multiple of the right one, by a rule for the multiples."""
    table: _Table = []
    for grads, case in zip(observed, CASES, strict=False):
        factors = {name: factor_between(grads[name], case.slopes[name]) for name in case.params}
        found = {name: factor for name, factor in factors.items() if factor is not None}
        if len(found) < len(factors):
            return None
        table.append((found, case))
    for kinds in ("Wb", "b", "W"):
        if _follow(table, lambda case: 1.0, [kind for kind in "Wb" if kind not in kinds]):
            rules = _OF_BIASES | _FACTORS if kinds == "b" else _FACTORS
            for id_, factor in rules.items():
                if _follow(table, factor, list(kinds)):
                    return id_
    return _constant(table) or _by_layer(table)


def _follow(table: _Table, factor: Factor, kinds: Sequence[str]) -> bool:
    return all(
        all_close([c for name, c in factors.items() if name[0] in kinds], factor(case))
        for factors, case in table
    )


def _constant(table: _Table) -> str | None:
    value = table[0][0]["W1"]
    constant = _follow(table, lambda case: value, "Wb") and abs(value - 1) > FACTOR
    return "constant-factor" if constant and abs(value) > NOTHING else None


def _by_layer(table: _Table) -> str | None:
    """Right in the last layer, and a factor more with each layer below it."""
    rules: dict[str, Callable[[Network, int], float]] = {
        "mean-once-per-layer": lambda case, below: len(case.X) ** -float(below),
        "no-mean-over-examples": lambda case, below: len(case.X) ** float(below),
        "derivative-sign": lambda case, below: (-1.0) ** below,
        "stops-early": lambda case, below: 0.0 if below else 1.0,
    }
    for id_, rule in rules.items():
        if all(
            all_close([factor], rule(case, len(case.sizes) - 1 - int(name[1:])))
            for factors, case in table
            for name, factor in factors.items()
        ):
            return id_
    first_alone = all(
        all_close([factor], 0.0 if int(name[1:]) == 1 < len(case.sizes) - 1 else 1.0)
        for factors, case in table
        for name, factor in factors.items()
    )
    return "stops-early" if first_alone else None


def by_part(observed: Sequence[Grads]) -> str | None:
    """Only the weights, or only the biases, are wrong, and all of them in one way."""
    ways: list[tuple[str, str, Callable[[Array, Array], Array]]] = [
        ("transposed", "W", lambda slope, entering: slope.T),
        ("transposed", "W", lambda slope, entering: slope.T.reshape(slope.shape)),
        ("delta-ignored", "W", lambda slope, x: 0 * slope + x.mean(axis=0)[:, None]),
        ("delta-ignored", "W", lambda slope, x: 0 * slope + x.sum(axis=0)[:, None]),
        ("bias-summed-to-scalar", "b", lambda slope, entering: 0 * slope + slope.sum()),
        ("bias-summed-to-scalar", "b", lambda slope, entering: 0 * slope + slope.mean()),
    ]
    for id_, kind, way in ways:
        if all(
            agree([grads[name]], [_way_on(way, case, name) if name[0] == kind else slope])
            for grads, case in zip(observed, CASES, strict=False)
            for name, slope in case.slopes.items()
        ):
            return id_
    return None


def _way_on(way: Callable[[Array, Array], Array], case: Network, name: str) -> Array:
    return way(case.slopes[name], case.passed[1][int(name[1:]) - 1])


def is_decayed(observed: Sequence[Grads]) -> bool:
    """Gradient plus one multiple of the weights; the biases right, or with the same multiple."""
    rates: dict[str, list[float]] = {"W": [], "b": []}
    for grads, case in zip(observed, CASES, strict=False):
        for name, slope in case.slopes.items():
            if grads[name].shape != slope.shape:
                return False
            if name[0] == "b" and agree([grads[name]], [slope]):
                continue
            rate = factor_between(grads[name] - slope, case.params[name])
            if rate is None or abs(rate) < NOTHING:
                return False
            rates[name[0]].append(rate)
    rate = rates["W"][0]
    return all_close([r / rate for r in rates["W"] + rates["b"]], 1.0)


def is_updated_upstream(observed: Sequence[Grads]) -> bool:
    """The way back leads through weights that have moved by a multiple of their gradients."""
    rates = []
    for grads, case in zip(observed, CASES, strict=False):
        if any(grads[name].shape != slope.shape for name, slope in case.slopes.items()):
            return False
        rates.append(_update_rate(grads, case))
        if rates[-1] is None:
            return False
    found = [rate for rate in rates if rate is not None]
    if not found or abs(found[0]) < NOTHING or not all_close([r / found[0] for r in found], 1.0):
        return False
    return all(
        agree(list(_moved(grads, case, found[0]).values()), list(grads.values()))
        for grads, case in zip(observed, CASES, strict=False)
    )


def _moved(grads: Grads, case: Network, rate: float) -> Grads:
    return changed(upstream(lambda W, name, _: W - rate * grads[name]), case) or {}


def _update_rate(grads: Grads, case: Network) -> float | None:
    """How far the last layer's weights had moved before the layer below them was reached."""
    last, below = f"W{len(case.sizes) - 1}", f"W{len(case.sizes) - 2}"
    if not agree([grads[last]], [case.slopes[last]]):
        return None
    replaced = changed(upstream(lambda W, name, _: case.slopes[name] if name == last else W), case)
    if replaced is None:
        return None
    # The deviation is a small difference of larger numbers, so it agrees less closely.
    deviation, unit = case.slopes[below] - grads[below], replaced[below]
    rate = float(np.vdot(unit, deviation)) / float(np.vdot(unit, unit))
    away = float(np.linalg.norm(deviation - rate * unit))
    return rate if away <= FACTOR * abs(rate) * float(np.linalg.norm(unit)) + ROUNDING else None


def is_measured(usual: Sequence[Grads], scaled: Sequence[Grads], cases: Sequence[Network]) -> bool:
    """A difference quotient: a little off everywhere, and far off in W1 on another scale."""
    little = [
        normwise(grads[name], slope) if grads[name].shape == slope.shape else 1.0
        for grads, case in zip(usual, CASES, strict=False)
        for name, slope in case.slopes.items()
    ]
    far = [
        normwise(grads["W1"], case.slopes["W1"])
        for grads, case in zip(scaled, cases, strict=True)
        if grads["W1"].shape == case.slopes["W1"].shape
    ]
    if not far or min(little) <= ROUNDING or max(little) > MEASURED:
        return False
    return min(far) > 100 * float(np.median(little))

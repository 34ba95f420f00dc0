"""Names the misconception behind the answers of `backward`."""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from autograder.assignments.weight_init.cases import Cases, Network
from autograder.assignments.weight_init.recognition.few_digits import keeps_few_digits
from autograder.assignments.weight_init.recognition.gradient_fits import (
    by_factor,
    by_part,
    is_decayed,
    is_measured,
    is_updated_upstream,
)
from autograder.assignments.weight_init.recognition.measured_slopes import measured_slopes
from autograder.assignments.weight_init.recognition.tangents import CASES, Grads, known_gradients
from autograder.checking.recognition.bank import ask
from autograder.checking.recognition.fits import clipped, normalised, rounded
from autograder.checking.recognition.values import (
    MATCH,
    RIGHT,
    Seen,
    agree,
    agree_everywhere,
    named_arrays,
)
from autograder.checking.sameness import same
from autograder.numerics import Array
from autograder.student.calls import Student

# Where bounds on gradients, overflow and the step of a difference quotient show.
LARGE = [Network(c.sizes, c.params, c.X, c.y + 300.0, c.activation) for c in CASES[:2]]
FAR = [Network(c.sizes, c.params, 500.0 * c.X, c.y, c.activation) for c in CASES[:2]]
SCALED = [case.scaled(1e4) for case in CASES[:2]]
_ALL = [*CASES, *LARGE, *FAR, *SCALED]
# Where layers are taken by their names as text, the tenth is the first to be misplaced.
_cases = Cases(np.random.default_rng(20))
_DEEP = [_cases.network((2,) * (layers + 1), 3, "tanh") for layers in (9, 11)]
# Factors that go together with another mistake.
_WAYS: list[Callable[[Network], float]] = [
    lambda case: 1.0,
    lambda case: len(case.X),
    lambda case: 1 / len(case.X),
    lambda case: -1.0,
    lambda case: 2.0,
    lambda case: 0.5,
]


def recognise_backward(student: Student) -> str | None:
    """The id of the idea behind the answers of `backward`."""
    args = [case.backward_args for case in _ALL]
    values = ask(student, "backward", [args[0], *args, args[0]])
    if not same(values[0], values[1]) or not same(values[0], values[-1]):
        return "keeps-state"
    observed = [named_arrays(v, case.params) for v, case in zip(values[1:-1], _ALL, strict=True)]
    known = _as_seen([grads or {} for grads in observed[: len(CASES)]])
    if agree_everywhere(known, _as_seen([case.slopes for case in CASES]), RIGHT):
        return name_gradients(observed) or _by_depth(student)
    found = name_gradients(observed) or measured_slopes(student)
    return found or ("few-digits" if keeps_few_digits(student) else None)


def _by_depth(student: Student) -> str | None:
    values = ask(student, "backward", [case.backward_args for case in _DEEP])
    nine, eleven = (named_arrays(v, c.params) or {} for v, c in zip(values, _DEEP, strict=True))
    right = agree(list(nine.values()), list(_DEEP[0].slopes.values()))
    # Of layers that are mixed up, none is missing: what stops before the last one is another idea.
    whole = _is_complete(eleven, _DEEP[1]) and all(array.any() for array in eleven.values())
    return "layers-in-name-order" if right and whole and _mixed_up(eleven) else None


def _mixed_up(grads: Grads) -> bool:
    # Layers that are taken for others come out altogether different, and not a thousandth off.
    return not agree(list(grads.values()), list(_DEEP[1].slopes.values()), 1e-3)


def name_gradients(observed: Sequence[Grads | None]) -> str | None:
    """The misconception behind gradients on all cases, from the most to the least specific."""
    usual = observed[: len(CASES)]
    if not any(usual):
        return None
    id_ = _by_bank(usual)
    if id_ is not None:
        return id_
    complete = [
        grads
        for grads, case in zip(observed, _ALL, strict=True)
        if grads is not None and _is_complete(grads, case)
    ]
    if len(complete) < len(_ALL):
        return _by_keys(usual)
    seen, truths = _as_seen(complete), _as_seen([case.slopes for case in _ALL])
    known = len(CASES)
    if agree_everywhere(seen[:known], truths[:known], RIGHT):
        return _by_probes(complete, seen, truths)
    if clipped(seen[: known + len(LARGE)], truths[: known + len(LARGE)]):
        return "gradient-clipped"
    if normalised(seen[:known], truths[:known]):
        return "normalised"
    if rounded(seen[:known], truths[:known]):
        return "rounded"
    return by_factor(complete) or by_part(complete) or _by_fit(complete)


def _by_fit(observed: Sequence[Grads]) -> str | None:
    if is_decayed(observed):
        return "weight-decay"
    if is_updated_upstream(observed):
        return "upstream-weights-updated"
    measured = is_measured(observed[: len(CASES)], observed[-len(SCALED) :], SCALED)
    return "finite-differences" if measured else None


def _by_probes(observed: Sequence[Grads], seen: Seen, truths: Seen) -> str | None:
    """What only large errors, large inputs or another scale bring to light."""
    large, far = len(CASES), len(CASES) + len(LARGE)
    if any(not np.isfinite(x).all() for grads in observed[far : far + 2] for x in grads.values()):
        return "overflows"
    if not agree_everywhere(seen[large:far], truths[large:far], RIGHT):
        return "gradient-clipped" if clipped(seen[:far], truths[:far]) else None
    return None


def _by_keys(observed: Sequence[Grads | None]) -> str | None:
    """Gradients of the weights only, and those right."""
    for grads, case in zip(observed, CASES, strict=True):
        weights = [name for name in case.params if name[0] == "W"]
        if grads is None or sorted(grads) != sorted(weights):
            return None
        if not agree([grads[n] for n in weights], [case.slopes[n] for n in weights]):
            return None
    return "bias-ignored"


def _is_complete(grads: Grads, case: Network) -> bool:
    return all(
        name in grads and grads[name].shape in (array.shape, array.shape[::-1])
        for name, array in case.params.items()
    )


def _as_seen(gradients: Sequence[Grads]) -> Seen:
    return [list(grads.values()) for grads in gradients]


@cache
def _matrices() -> list[Array]:
    """For every case, the gradients of all entries of the bank as rows; nan where none are."""
    return [
        np.array(
            [
                np.full(sum(x.size for x in case.params.values()), np.nan)
                if answers[index] is None
                else _row(answers[index] or {}, case)
                for _, answers in known_gradients()
            ]
        )
        for index, case in enumerate(CASES)
    ]


def _row(grads: Grads, case: Network) -> Array:
    return np.concatenate([grads[name].ravel() for name in case.params])


def _by_bank(observed: Sequence[Grads | None]) -> str | None:
    for way in _WAYS:
        fits = np.ones(len(known_gradients()), dtype=bool)
        for grads, matrix, case in zip(observed, _matrices(), CASES, strict=True):
            absent = np.isnan(matrix[:, 0])
            shaped = grads is not None and all(
                name in grads and grads[name].shape == x.shape for name, x in case.params.items()
            )
            if not shaped:
                fits &= absent & (grads is None)
                continue
            row = _row(grads or {}, case)
            with np.errstate(all="ignore"):
                distance = np.linalg.norm(row - way(case) * matrix, axis=1)
                size = np.linalg.norm(way(case) * matrix, axis=1)
            fits &= ~absent & (distance <= MATCH * size)
        if fits.any():
            return known_gradients()[int(np.argmax(fits))][0]
    return None


RECOGNISERS: dict[str, Callable[[Student], str | None]] = {"backward": recognise_backward}

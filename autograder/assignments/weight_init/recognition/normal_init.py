"""Known wrong ways to follow `std`; draws are told apart in `checking/recognition/draws.py`."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.assignments.weight_init.domains.normal_init import NORMAL_INIT
from autograder.checking.laws import NORMAL
from autograder.checking.recognition.draws import SHAPES, by_law, is_of_size, recognise_draws
from autograder.numerics import Array
from autograder.student.calls import Student

_SPREADS = [0.05, 0.3, 2.0, 5.0, 0.7, 0.4, 3.0]


def _recognise_normal(student: Student) -> str | None:
    return recognise_draws(student, NORMAL_INIT, [(std,) for std in _SPREADS], _by_spread)


def _by_spread(draws: Sequence[Array]) -> str | None:
    """How the spread follows std and the shape: log s = α log std + β log in + γ log out + c."""
    measured = np.log([float(np.sqrt(np.mean(array**2))) for array in draws])
    fans = np.log(np.array(SHAPES, dtype=float)).T
    columns = np.column_stack([np.log(_SPREADS), *fans, np.ones(len(draws))])
    (alpha, beta, gamma, constant), *_ = np.linalg.lstsq(columns, measured, rcond=None)
    # Each spread is known to 1 %, which leaves about 0.02 of uncertainty in an exponent.
    if abs(alpha - 2.0) < 0.1:
        return "variance-as-std"
    if abs(alpha - 0.5) < 0.1:
        return "root-of-std"
    scaled = abs(beta) > 0.2 or abs(gamma) > 0.2
    if abs(alpha - 1.0) > 0.1 and not scaled:
        return "std-ignored" if abs(alpha) < 0.1 else None
    if scaled:
        return "fan-scaled" if min(abs(alpha - 1.0), abs(alpha)) < 0.1 else None
    if all(is_of_size(array, std) for array, std in zip(draws, _SPREADS, strict=True)):
        return "normalised"
    factor = float(np.exp(constant + (beta + gamma) * np.log(70)))
    # Of a constant all are as far off, to 1 % each: what is so in some shapes only is none.
    steady = abs(factor - 1.0) > 0.05 and np.ptp(measured - np.log(_SPREADS)) < 0.1
    return by_law(draws, NORMAL) or ("std-scaled" if steady else None)


RECOGNISERS: dict[str, Callable[[Student], str | None]] = {"normal_init": _recognise_normal}

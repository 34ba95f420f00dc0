"""What the steps of a history follow: its rates, its start, its momentum."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.assignments.weight_init.recognition.sgd_step import Params, name_of_rates
from autograder.checking.recognition.fits import all_close, clipped, factor_between, normalised
from autograder.checking.recognition.values import FACTOR, Seen, agree
from autograder.numerics import Array

# Rates that are each known to `FACTOR`, after a few steps; and the two numbers that a least-squares
# fit of two nearly parallel vectors gives, a hundred times as coarse.
SAME_RATE, MOMENTUM = 1e-5, 1e-4
History = Sequence[Params]


def name_of_steps(
    histories: Sequence[History],
    slopes_at: Sequence[Callable[[Params], Params]],
    starts: Sequence[Params],
    rates: Sequence[float],
    examples: Sequence[int],
) -> str | None:
    """An id for histories whose steps follow the gradient in another way than they should.

    Args:
        histories: for every case, the parameters at the start and after every step.
        slopes_at: for every case, the slopes of the loss at given parameters.
        starts: for every case, the parameters that were passed in.
        rates: for every case, the learning rate that was passed in.
        examples: for every case, the number of examples.
    """
    moves, slopes = [], []
    for history, slopes_of, rate in zip(histories, slopes_at, rates, strict=True):
        moves.append([_move(a, b, rate) for a, b in zip(history, history[1:], strict=False)])
        slopes.append([_row(slopes_of(params)) for params in history[:-1]])
    started = all(
        agree([_row(h[0])], [_row(start)]) for h, start in zip(histories, starts, strict=True)
    )
    factors = [
        [factor_between(m, s) for m, s in zip(move, slope, strict=True)]
        for move, slope in zip(moves, slopes, strict=True)
    ]
    followed = [[f for f in row if f is not None] for row in factors]
    if all(len(f) == len(row) for f, row in zip(followed, factors, strict=True)):
        return _by_rates(followed, rates, examples) if started else _by_start(followed)
    if not started:
        return None
    seen: Seen = [[move] for row in moves for move in row]
    truths: Seen = [[slope] for row in slopes for slope in row]
    if clipped(seen, truths):
        return "gradient-clipped"
    if normalised(seen, truths):
        return "normalised"
    return "momentum" if _has_momentum(moves, slopes) else None


def _by_start(factors: Sequence[Sequence[float]]) -> str | None:
    return "params-ignored" if all(all_close(row, 1.0) for row in factors) else None


def _by_rates(
    factors: Sequence[Sequence[float]], rates: Sequence[float], examples: Sequence[int]
) -> str | None:
    if all(all_close(row, row[0]) for row in factors):
        first = [row[0] for row in factors]
        for id_, power in (("no-mean-over-examples", 1.0), ("mean-twice", -1.0)):
            if all(all_close([f], m**power) for f, m in zip(first, examples, strict=True)):
                return id_
        return name_of_rates(first, list(rates))
    falling = all(a > b > 0 for row in factors for a, b in zip(row, row[1:], strict=False))
    alike = np.allclose(factors[0], factors[1], rtol=SAME_RATE)
    return "step-decay" if falling and alike else None


def _has_momentum(moves: Sequence[Sequence[Array]], slopes: Sequence[Sequence[Array]]) -> bool:
    """Each move is one multiple of the slope plus one multiple of the move before."""
    found = []
    for move, slope in zip(moves, slopes, strict=True):
        for t in range(1, len(move)):
            design = np.column_stack([move[t - 1], slope[t]])
            if not (np.isfinite(design).all() and np.isfinite(move[t]).all()):
                return False
            (kept, new), *_ = np.linalg.lstsq(design, move[t], rcond=None)
            away = np.linalg.norm(move[t] - design @ np.array([kept, new]))
            if away > FACTOR * np.linalg.norm(move[t]):
                return False
            found.append((float(kept), float(new)))
    kept = [pair[0] for pair in found]
    new = [pair[1] for pair in found]
    same = np.allclose(kept, kept[0], rtol=MOMENTUM) and np.allclose(new, new[0], rtol=MOMENTUM)
    return bool(same and FACTOR < kept[0] < 2.0)


def _row(params: Params) -> Array:
    return np.concatenate([np.ravel(params[name]) for name in sorted(params)])


def _move(before: Params, after: Params, rate: float) -> Array:
    return (_row(before) - _row(after)) / rate

"""Checks of `orthogonal_init`: one condition to the digits, and statistics with stated chances."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from autograder.assignments.scaled_init import ASSIGNMENT
from autograder.assignments.scaled_init.domains.orthogonal import ORTHOGONAL, products
from autograder.catalogue import fail
from autograder.checking.chance import FEW_COPIES, repeats
from autograder.checking.draws import Draws
from autograder.checking.intake import first_place, index_words
from autograder.checking.judging import IN_PART
from autograder.checking.judging_draws import judge_source
from autograder.checking.sample import ALPHA, Sample, sample
from autograder.numerics import Array
from autograder.student.calls import Answer

check = ASSIGNMENT.check
Drawn = Sequence[Draws]
# Of an entry of WᵀW / gain²: the exercise promises this. Q of LAPACK has 1e-15, single precision
# 1e-7.
ATOL = 1e-8


@check("scales", "orthogonal_init", points=5, asks=ORTHOGONAL.asks)
def directions_are_at_right_angles(drawn: Drawn, answers: list[Answer]) -> None:
    """Columns (rows, where there are fewer) are at right angles to each other, of length gain."""
    seen = sample(drawn, answers)
    calls = list(zip(drawn, seen.arrays, strict=True))
    wrong = [number for number, (one, W) in enumerate(calls) if _is_off(one, W)]
    if not wrong:
        return
    one, W = calls[wrong[0]]
    # The calls at the corners of the domain come first.
    failing = [number for number in wrong if number < len(seen.large)]
    where = seen.where(failing) if failing else "only for small layers"
    fail(
        _what_is_wrong(one, products(W, one.extra[0])),
        expected="length gain each, and right angles, to eight digits",
        ran=one.words,
        where=where,
        diagnosis=IN_PART if where else None,
    )


def _is_off(one: Draws, W: Array) -> bool:
    found = products(W, one.extra[0])
    return bool(np.abs(found - np.eye(len(found))).max() > ATOL)


def _what_is_wrong(one: Draws, found: Array) -> str:
    """The first length that is wrong, or else the first angle, in words."""
    kind = "column" if one.shape[0] >= one.shape[1] else "row"
    lengths = np.sqrt(np.diagonal(found))
    off = np.abs(lengths**2 - 1.0) > ATOL
    if off.any():
        number = int(np.argmax(off))
        length = lengths[number] * one.extra[0]
        return f"{kind} {number} of W has length {length:.6g}, and gain is {one.extra[0]:g}"
    first, second = first_place(np.abs(found - np.eye(len(found))) > ATOL)
    product = found[first, second]
    return (
        f"{kind}s {index_words((first, second))} of W are not at right angles: the cosine of their "
        f"angle is {product:+.3g}"
    )


@check("scales", "orthogonal_init", points=2, asks=ORTHOGONAL.asks)
def orthogonal_weights_come_from_rng(drawn: Drawn, answers: list[Answer]) -> None:
    """All randomness comes from rng: its state decides the weights, and drawing advances it."""
    judge_source(drawn, answers)


@check("scales", "orthogonal_init", points=2, asks=ORTHOGONAL.asks, chance=ALPHA)
def no_orthogonal_matrix_is_preferred(drawn: Drawn, answers: list[Answer]) -> None:
    """Of all orthogonal matrices none is more likely than another: no sign is preferred."""
    seen = sample(drawn, answers)
    _require_no_pattern(seen)
    signs = np.concatenate([coins(W) for _, W in (*seen.large, *seen.small)])
    share, bound = float(np.mean(signs > 0.0)), coins_bound(signs.size)
    if abs(share - 0.5) > bound:
        fail(
            f"of {signs.size} signs that are left to chance, {share:.0%} are the same",
            expected=f"about a half, {100 * bound:.0f} % more or less at most",
            ran=f"orthogonal_init(…) {len(seen.large) + len(seen.small)} times",
            diagnosis="signs-not-settled",
        )


def coins(W: Array) -> Array:
    """Signs of W, (smaller size,): of a uniform orthogonal one, independent and fair.

    They are those of the diagonal of R of its QR decomposition. Where row i of W changes its sign,
    which makes no difference to a uniform law, so does the i-th of them alone. Of a matrix that is
    itself an untouched Q of LAPACK, which reflects by the sign of the leading entry, R is the
    identity: all of them are the same.
    """
    columns = W if W.shape[0] >= W.shape[1] else W.T
    signs: Array = np.sign(np.diagonal(np.linalg.qr(columns, mode="r")))
    return signs


def coins_bound(count: int) -> float:
    """How far from a half the share of heads of `count` fair coins may be (Hoeffding 1963)."""
    return math.sqrt(math.log(2.0 / ALPHA) / (2.0 * count))


def _require_no_pattern(seen: Sample) -> None:
    """Entries of uniform ones agree in twelve digits as seldom as independent draws do."""
    for one, W in seen.large:
        counts = repeats(W)
        if counts.sum() > max(FEW_COPIES, W.size // 1000):
            fail(
                f"{int(counts.sum()):,} of {W.size:,} weights occur more than once, up to sign",
                expected="a value of its own for each",
                ran=one.words,
                diagnosis="not-uniform",
            )

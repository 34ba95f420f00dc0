"""Checks of `orthogonal_init`: one condition to the digits, and statistics with stated chances."""

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.assignments.scaled_init import ASSIGNMENT
from autograder.assignments.scaled_init.domains.orthogonal import ORTHOGONAL, products
from autograder.assignments.scaled_init.origins import columns, origin
from autograder.catalogue import fail
from autograder.checking.chance import ALPHA, FEW_COPIES, repeats
from autograder.checking.draws import Draws
from autograder.checking.intake import first_place, index_words
from autograder.checking.judging import IN_PART
from autograder.checking.judging_draws import judge_source
from autograder.checking.sample import Sample, sample
from autograder.numerics import Array, share_bound, variance_bounds
from autograder.student.calls import Answer

check = ASSIGNMENT.check
Drawn = Sequence[Draws]
# Of an entry of WᵀW / gain²: the exercise promises this. Q of LAPACK has 1e-15, single precision
# 1e-7.
ATOL = 1e-8
SINGLE = "single weights"
COINS = 14  # kinds of `coins`, each held to a bound of its own
WIDE = 9  # of smaller ones a long weight tells nothing
# Left singular vectors are n − 1 reflections one after the other; beyond 3 × 3 LAPACK's iterations
# add one now and then (of 300 of size 4, 13 % had another sign).
SMALL, TURNED = 3, "determinants of 3 × 3 layers, and of 2 × 2 ones with the other sign"


@check("scales", "orthogonal_init", points=5, asks=ORTHOGONAL.asks)
def directions_are_at_right_angles(drawn: Drawn, answers: list[Answer]) -> None:
    """Columns (rows, where there are fewer) are at right angles to each other, of length gain."""
    seen = sample(drawn, answers)
    wrong = _are_off(drawn, seen.arrays)
    if not wrong:
        return
    one, W = drawn[wrong[0]], seen.arrays[wrong[0]]
    # The calls at the corners of the domain come first.
    failing = [number for number in wrong if number < len(seen.large)]
    where = seen.where(failing) if failing else _for_which_gain(drawn, wrong)
    fail(
        _what_is_wrong(one, products(W, one.extra[0])),
        expected="length gain each, and right angles, to eight digits",
        ran=one.words,
        where=where,
        diagnosis=IN_PART if where else None,
    )


def _for_which_gain(drawn: Drawn, wrong: Sequence[int]) -> str:
    gains = {drawn[number].extra[0] for number in wrong}
    others = {one.extra[0] for one in drawn if one.corner is None} - gains
    if len(gains) == 1 and others:
        return f"only for small layers with a gain of {gains.pop():g}"
    return "only for small layers"


def _are_off(drawn: Drawn, matrices: Sequence[Array]) -> list[int]:
    """Which matrices are not as they should be; those of one shape are looked at together."""
    by_shape: dict[tuple[int, int], list[int]] = {}
    for number, one in enumerate(drawn):
        by_shape.setdefault(one.shape, []).append(number)
    wrong: list[int] = []
    for numbers in by_shape.values():
        gains = np.array([drawn[number].extra[0] for number in numbers])
        found = products(np.array([matrices[number] for number in numbers]), gains[:, None, None])
        off = np.abs(found - np.eye(found.shape[1])).max(axis=(1, 2)) > ATOL
        wrong += np.array(numbers)[off].tolist()
    return sorted(wrong)


def _what_is_wrong(one: Draws, found: Array) -> str:
    """The first length that is wrong, or else the first angle, in words."""
    kind = "column" if one.shape[0] >= one.shape[1] else "row"
    lengths = np.sqrt(np.diagonal(found))
    off = np.abs(lengths**2 - 1.0) > ATOL
    if off.any():
        number = int(np.argmax(off))
        length = lengths[number] * one.extra[0]
        # Six digits tell a length from the right one, unless it is this near; it is off by 5e-9.
        digits = 6 if abs(lengths[number] - 1.0) > 1e-5 else 12
        return f"{kind} {number} of W has length {length:.{digits}g}, and gain is {one.extra[0]:g}"
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


@check("scales", "orthogonal_init", points=2, asks=ORTHOGONAL.asks, chance=(COINS + 1) * ALPHA)
def no_orthogonal_matrix_is_preferred(drawn: Drawn, answers: list[Answer]) -> None:
    """Of all orthogonal matrices none is more likely than another: no sign is preferred."""
    seen = sample(drawn, answers)
    _require_no_pattern(seen)
    if seen.repeated is not None:  # copies are no independent coins, and cost another claim
        return
    calls = (*seen.large, *seen.small, *seen.together)
    found = coins([W for _, W in calls])
    # What shows in larger ones, too, is said of these: single weights have most coins, no more.
    for (words, id_), signs in sorted(found.items(), key=lambda coin: coin[0][0] == SINGLE):
        share, bound = float(np.mean(signs > 0.0)), share_bound(signs.size, ALPHA)
        if abs(share - 0.5) > bound:
            fail(
                f"of {signs.size} {words}, which are left to chance, {share:.0%} are positive",
                expected=f"about a half, {100 * bound:.0f} % more or less at most"
                if bound < 0.49
                else "some of either sign",
                ran=f"orthogonal_init(…) {len(calls)} times",
                # Those of a matrix that has the signs of LAPACK are the same throughout.
                diagnosis=id_ if share in {0.0, 1.0} else "not-uniform",
            )
    _require_no_long_weight([(one, W) for one, W in calls if max(W.shape) >= WIDE])
    found_origin = origin(list(zip(drawn, seen.arrays, strict=True)))
    if found_origin is not None:
        observed, one = found_origin
        fail(
            observed,
            expected="W as likely as W turned: a matrix of normal numbers is, and no other one",
            ran=one.words,
            diagnosis="not-uniform",
        )


# (what they are, the id that a preferred side shows) -> signs, (coins,)
Coins = dict[tuple[str, str], Array]


def coins(matrices: Sequence[Array]) -> Coins:
    """Signs that are independent and fair where matrices (n, k) are uniform orthogonal ones.

    A uniform law stays what it is when rows or columns of a matrix change their signs, each for
    itself. So one entry of each column gives k coins, one of each row n, a determinant one. And so
    do the signs of the diagonal of R of its QR decomposition: where row i of W changes its sign,
    the i-th of them does alone. Of a matrix that is itself an untouched Q of LAPACK, which reflects
    by the sign of the leading entry, R is the identity: all of them are the same, as they are of
    its negative. Whether two coins agree, each with the next one, is a coin as well.

    Returns:
        (what they are, the id that a preferred side shows) -> signs, (coins,), of all matrices.
    """
    signs: dict[tuple[str, str], list[Array]] = {}

    def add(words: str, id_: str, found: Array) -> None:
        signs.setdefault((words, id_), []).append(np.sign(found).ravel())

    for Q in _stacked(matrices):
        chosen = np.sign(np.diagonal(np.linalg.qr(Q, mode="r"), axis1=1, axis2=2))
        add("signs of a QR decomposition", "signs-not-settled", chosen)
        add(
            "products of its neighbouring signs",
            "signs-not-settled",
            chosen[:, 1:] * chosen[:, :-1],
        )
        add("weights of first rows", "not-uniform", Q[:, 0])
        add("weights of last rows", "not-uniform", Q[:, -1])
        add("weights of diagonals", "not-uniform", np.diagonal(Q, axis1=1, axis2=2))
        add("weights of first columns", "not-uniform", Q[:, :, 0])
        add("weights of last columns", "not-uniform", Q[:, :, -1])
        n = Q.shape[2]
        if Q.shape[1] == n > 1:
            add("determinants", "not-uniform", np.linalg.det(Q))
            if n <= SMALL:
                add(TURNED, "not-uniform", (-1.0) ** (n - 1) * np.linalg.det(Q))
        # Where two neighbouring columns change places, the law is what it was, and one of these
        # coins turns; so it is with rows.
        for words, line in (("first rows", Q[:, 0]), ("first columns", Q[:, :, 0])):
            left, right = line[:, 0 : line.shape[1] - 1 : 2], line[:, 1::2]
            add(f"differences of neighbouring weights of {words}", "not-uniform", right - left)
        at = np.arange(0, n - 1, 2)
        add(
            "differences of sizes on diagonals and beside them"
            + (", of small layers" if n <= SMALL else ""),
            "not-uniform",
            np.abs(Q[:, at, at]) - np.abs(Q[:, at, at + 1]),
        )
        if Q.shape[1] == n == 1:
            add(SINGLE, "not-uniform", Q)
    return {key: np.concatenate(found) for key, found in signs.items()}


def _stacked(matrices: Sequence[Array]) -> Iterator[Array]:
    """Matrices of one shape (count, n, k), turned where they are wider than high."""
    by_shape: dict[tuple[int, ...], list[Array]] = {}
    for W in matrices:
        by_shape.setdefault(columns(W).shape, []).append(columns(W))
    return map(np.array, by_shape.values())


def _require_no_long_weight(calls: Sequence[tuple[Draws, Array]]) -> None:
    """The largest weights of first columns, one of each W, are as those of uniform directions.

    An entry of a uniform direction in n dimensions is beyond x with a chance of at most
    (1 − x²)^((n−1)/2), so the largest of n with at most n times that. The logarithms of N such
    chances add up to no more than half of χ² with 2N degrees of freedom, bounded by Chernoff.
    """
    logs, largest = [], []
    for _, W in calls:
        first = columns(W)[:, 0]
        x = float(np.abs(first).max() / np.sqrt(first @ first))
        n = first.size
        least = np.log(n) + (n - 1) / 2.0 * np.log1p(-min(x * x, 1.0 - 1e-12))
        logs.append(max(0.0, -float(least)))
        largest.append(x)
    if logs and np.mean(logs) > variance_bounds(2 * len(logs), ALPHA)[1]:
        fail(
            f"the largest weight of a first column is {np.mean(largest):.2f} of its length, in the "
            f"mean of {len(logs)} matrices",
            expected="directions of which none is preferred",
            ran=f"orthogonal_init(…) {len(calls)} times",
            diagnosis="not-uniform",
        )


def _require_no_pattern(seen: Sample) -> None:
    """Entries of uniform ones agree in twelve digits as seldom as independent draws do."""
    if seen.few_agree:
        return
    for one, W in seen.large:
        counts = repeats(W)
        if counts.sum() > max(FEW_COPIES, W.size // 1000):
            fail(
                f"{int(counts.sum()):,} of {W.size:,} weights occur more than once, up to sign",
                expected="a value of its own for each",
                ran=one.words,
                diagnosis="not-uniform",
            )

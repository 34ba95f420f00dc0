"""Whether the places of independent numbers mean anything: many fair coins, and what is shared.

Where numbers are independent draws of one law, whichever, and in whatever units, it is a matter of
a fair coin which of two is the larger, and whether that agrees with which of two others is. So
numbers that were put in an order, that share a factor or an angle, or that come in pairs show in
coins, of which thousands are in the weights that are asked for anyway.

    >>> z = np.random.default_rng(0).normal(size=(160, 40))
    >>> arranged([z], 1e-12) is None
    True
    >>> arranged([z[np.argsort((z**2).sum(axis=1))]], 1e-12)
    'of 80 pairs of neighbouring inputs, the second one has the longer weights in 100 %'
"""

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from autograder.checking.neighbours import neighbours
from autograder.numerics import Array, share_bound, variance_bounds

# Fewer are a small layer, whose median or mean says too much of each number.
FEWEST = 100
# What a head is, in words -> coins, each −1, 0 (none) or 1; (coins,) or (rows, columns) of them.
Coins = dict[str, list[Array]]
_LINES: dict[str, Callable[[Array], Array]] = {
    "has the longer weights": lambda rows: np.einsum("ij,ij->i", rows, rows),
    "has the larger sum of weights": lambda rows: rows.sum(axis=1),
    "begins with the larger weight": lambda rows: rows[:, 0],
}
KINDS = len(_LINES) * 2 + 3 * 2 * 2 + 3  # lines, pairs, whole lines and squares of four


def arranged(matrices: Sequence[Array], error: float) -> str | None:
    """How the places of numbers show that they are no independent draws of one law, or None.

    Chernoff's bound for fair coins (`share_bound`), with an equal part of `error` for each kind.

    Args:
        matrices: (rows, columns) each, a row an input, a column a neuron; in any units.
        error: chance of a false alarm of all kinds together.
    """
    coins: Coins = {}
    for z in matrices:
        if z.size >= FEWEST:
            for words, found in (*_lines(z), *_pairs(z), *_products(z)):
                coins.setdefault(words, []).append(found)
    for words, tosses in coins.items():
        tossed = np.concatenate([one.ravel() for one in tosses])
        heads, count = int(np.count_nonzero(tossed > 0.0)), int(np.count_nonzero(tossed))
        if count and abs(heads / count - 0.5) > share_bound(count, error / KINDS):
            return f"of {count:,} {words} in {100 * heads / count:.0f} %"
    return None


def in_line(matrices: Sequence[Array], error: float) -> tuple[str, list[int]] | None:
    """How neighbours of single rows, or columns, depend on each other, and which; or None.

    By the bound of `neighbours.neighbours`, with its P(…) for each of both.

    Args:
        matrices: (rows, columns) each; `chance.centred`.
        error: chance of a false alarm of each.
    """
    for axis in (0, 1):
        numbers = [n for n, z in enumerate(matrices) if z.shape[1 - axis] == 1]
        words = neighbours([matrices[n] for n in numbers], error)
        if words:
            return words, numbers
    return None


def _lines(z: Array) -> Iterator[tuple[str, Array]]:
    """Which of two neighbouring rows, or columns, is the larger one, in some respect."""
    for rows, kind in ((z, "inputs"), (z.T, "neurons")):
        even = len(rows) // 2 * 2
        if not even or rows.shape[1] < 2:
            continue
        for words, size in _LINES.items():
            sizes = size(rows)[:even].reshape(-1, 2)
            pairs = f"pairs of neighbouring {kind}, the second one {words}"
            yield pairs, np.sign(sizes[:, 1] - sizes[:, 0])


def _pairs(z: Array) -> Iterator[tuple[str, Array]]:
    """Whether the larger of two numbers has the larger partner, for partners of several kinds."""
    for numbers, order in ((z.ravel(), "row after row"), (z.T.ravel(), "column after column")):
        half = numbers.size // 2
        far = numbers[-half:]
        partners = {
            "of which one stands half of all weights further on": (numbers[:half], far),
            "of neighbours": (numbers[: 2 * half : 2], numbers[1 : 2 * half : 2]),
            "of which one stands as far from the beginning as the other from the end": (
                numbers[:half],
                far[::-1],
            ),
        }
        for words, (one, other) in partners.items():
            pairs = f"times two pairs of weights ({words}, {order}), both are ordered alike"
            for how, of in ((", by size,", np.abs), ("", np.asarray)):
                yield pairs + how, _agree(of(one), of(other))


def _agree(one: Array, other: Array) -> Array:
    even = one.size // 2 * 2
    ordered = [np.sign(half[:even:2] - half[1:even:2]) for half in (one, other)]
    return np.asarray(ordered[0] * ordered[1])


def _products(z: Array) -> Iterator[tuple[str, Array]]:
    """Signs of products: of whole rows and columns, and of two rows' weights in two columns."""
    signs = np.sign(z - np.median(z))
    if np.count_nonzero(signs) < z.size - 1:  # few values, one of which is the median
        return
    for across, kind in ((1, "input"), (0, "neuron")):
        if min(z.shape) > 4:  # the signs of all together are shared out: half are positive
            parity = np.prod(signs, axis=across)
            yield (
                f"products of all weights (about their median) of one {kind}, positive are",
                parity,
            )
    signs = signs[: len(z) // 2 * 2, : z.shape[1] // 2 * 2]
    product = signs[::2] * signs[1::2]
    yield (
        "squares of four weights, the product of the four (about their median) is positive",
        product[:, ::2] * product[:, 1::2],
    )


# Numbers farther out are taken for this: one in 16,000, and of a law with heavy tails no single
# one decides.
FAR = 4.0
FEWEST_CALLS = 17  # whose sums are looked at; of fewer hardly any scatter is too little
# In deviations: below this nothing is calculated, which is nearly always.
LOOK = 5.0
_RATES = np.linspace(0.02, 0.98, 49)


def aligned(matrices: Sequence[Array], error: float) -> str | None:
    """How normal numbers show that their covariance is shared between two halves, or None.

    With A one half of the columns, b a column of the other and M = AAᵀ but for its diagonal, which
    a spread of each row's own would fill, the sum T of all bᵀMb is Σ λᵢ χ²ᵢ with the eigenvalues λ
    of M, which know nothing of b. Chernoff's bound, for given M: P(T ≥ s) ≤ exp(−t·s − k/2 · Σ ln(1
    − 2tλᵢ)) for k columns b, here for a number of t. A matrix that is the product of two has it,
    however well its numbers look one by one: of 64 rows, 260 columns and an inner size of 40, T is
    69 deviations, and of one of 400, 13.

    Args:
        matrices: (n, k) each; `chance.centred`.
        error: chance of a false alarm, of rows and columns together.
    """
    for axis, (kind, others) in enumerate((("input", "neurons"), ("neuron", "inputs"))):
        halves = [np.clip(z if axis == 0 else z.T, -FAR, FAR) for z in matrices if min(z.shape) > 7]
        parts = [_part(z[:, : z.shape[1] // 2], z[:, z.shape[1] // 2 :]) for z in halves]
        total, variance = sum(part[0] for part in parts), sum(part[1] for part in parts)
        if total <= LOOK * math.sqrt(variance):
            continue
        if _log_chance(total, halves) < math.log(error / (2 * _RATES.size)):
            return (
                f"how the weights of each {kind} go with those of others in one half of the "
                f"{others}, so they do in the other half: by {total / math.sqrt(variance):.0f} "
                "deviations"
            )
    return None


def _part(A: Array, B: Array) -> tuple[float, float]:
    """The sum of all bᵀMb, and its variance for given M: k · 2 · tr M²."""
    product, own = A.T @ B, A.T @ A
    diagonal, squares = np.einsum("ij,ij->i", A, A), np.einsum("ij,ij->i", B, B)
    total = float(np.vdot(product, product) - diagonal @ squares)
    return total, 2.0 * B.shape[1] * float(np.vdot(own, own) - diagonal @ diagonal)


def _log_chance(total: float, halves: Sequence[Array]) -> float:
    found = []
    for z in halves:
        A = z[:, : z.shape[1] // 2]
        M = A @ A.T
        np.fill_diagonal(M, 0.0)
        found.append((z.shape[1] - A.shape[1], np.linalg.eigvalsh(M)))
    largest = max(float(values[-1]) for _, values in found)
    t = _RATES / (2.0 * largest)
    exponent = -t * total
    for k, values in found:
        exponent -= 0.5 * k * np.log1p(-2.0 * np.outer(t, values)).sum(axis=1)
    return float(exponent.min())


def too_steady(matrices: Sequence[Array], error: float) -> str | None:
    """How sums over whole matrices of independent numbers scatter too little, or None.

    √n · mean / rms of n normal numbers is N(0, 1) but for its length, which makes its square less
    likely to be small (Jensen's inequality), so the mean of such squares has Chernoff's bound for
    χ². So has s² = (positive − negative numbers)² / n of `FEWEST` numbers and more: for the t that
    the bound takes for `FEWEST_CALLS` to 60 of them, E exp(−t · s²) is that of a normal number to
    0.4 %, by its sum.

    Args:
        matrices: of any shapes, numbers about 0 each, of their own draws; not centred.
        error: chance of a false alarm, of both together.
    """
    sums = np.array([z.mean() ** 2 * z.size / np.mean(z * z) for z in matrices if z.size > 1])
    large = [z for z in matrices if z.size >= FEWEST]
    signs = np.array([float(np.sign(z).sum()) ** 2 / z.size for z in large])
    for squares, words in (
        (sums, "means of all weights"),
        (signs, "differences between how many weights are positive and how many negative"),
    ):
        if (
            squares.size >= FEWEST_CALLS
            and squares.mean() < variance_bounds(squares.size, error / 2.0)[0]
        ):
            return (
                f"the {words} of {squares.size} calls scatter by "
                f"{math.sqrt(squares.mean()):.2g} times what chance gives"
            )
    return None

"""Known wrong random initializers: by how they use `rng`, and by the spread and law of draws."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checking.chance import SAME_DRAW, centred, dependence, root_mean_square
from autograder.checking.draws import Drawing, Extra
from autograder.checking.laws import NORMAL, UNIFORM, Law
from autograder.checking.moments import heavy_tails
from autograder.checking.neighbours import neighbours
from autograder.checking.recognition.contents import by_content, is_spread
from autograder.checking.recognition.values import flat
from autograder.checking.sameness import have_in_common
from autograder.checking.unevenness import uneven
from autograder.numerics import Array, law_bound, normal_distance, variance_bounds
from autograder.student.calls import Answer, Call, Program, Student, generator

# Of an initializer of any sizes; what it is asked for has 1,800 weights and more.
SHAPES = [(60, 90), (90, 60), (30, 180), (180, 30), (40, 45), (110, 130), (70, 70)]
# The same generator twice, another one, and one in the state in which the first one was; and two
# shapes that nobody has asked for before: with another generator, and with one in the state of the
# first. (sizes, seed of rng, its name, seed of global ones).
_PROTOCOL = [
    ((13, 9), 201, "a", 1),
    ((13, 9), 201, "a", 2),
    ((13, 9), 202, "b", 1),
    ((13, 9), 201, "c", 3),
    ((11, 17), 203, "d", 1),
    ((10, 11), 201, "e", 1),
]
# The chance that right draws are given a name, of each test, and where the range is fitted as well.
# No more is at stake than a name: the checks have refused the draws already, with ALPHA.
ERROR, ERROR_OF_RANGE = 1e-9, 1e-6
EVEN = 1e-9  # of the range: how equal the steps of evenly spaced numbers are
AGAIN = 1e-12  # the same draws once more, of the same code
AT_THE_END = 0.001  # of all draws: so many share the largest size when they were cut off there
OF_SIZE = 1e-13  # a spread that is made exact; by chance it is that with one of 1e-13 · √n
# Of draws of `SHAPES`, (fan_in, fan_out), and of the sizes that each has: the id of what made it
# another one, or None.
BySpread = Callable[[Sequence[Array]], str | None]


def recognise_draws(
    student: Student, drawing: Drawing, extras: Sequence[Extra], by_spread: BySpread
) -> str | None:
    """The id of what is wrong with independent draws, or None.

    Args:
        student: who is asked.
        drawing: for what.
        extras: the arguments between sizes and rng, for each of `SHAPES`.
        by_spread: what the spread shows, where nothing else does.
    """
    protocol, usual = _calls(drawing, extras)
    answers = student.run([*protocol, *usual])
    drawn = [_matrix(answer) for answer in answers]
    arrays = [array for array in drawn if array is not None]
    if len(arrays) < len(drawn):
        return None
    wanted = [call.args[:2] for call in (*protocol, *usual)]
    if [array.shape for array in arrays] == [shape[::-1] for shape in wanted]:
        return "sizes-swapped"
    if [array.shape for array in arrays] != wanted:
        return None
    draws = arrays[len(_PROTOCOL) :]
    if not _is_random(draws):
        # Evenly spaced numbers, in an order that rng decides, or that nothing does.
        shuffled = not np.array_equal(arrays[0], arrays[2])
        return "not-independent" if shuffled else "not-random"
    return (
        _by_protocol(arrays[: len(_PROTOCOL)], drawing)
        or by_content(draws)
        or _by_dependence(draws)
        or _by_shape(draws, drawing.law)
        or by_spread(draws)
    )


def _calls(drawing: Drawing, extras: Sequence[Extra]) -> tuple[Program, Program]:
    name = drawing.function
    protocol = [
        Call(name, (*sizes, *drawing.alike, generator(seed, rng)), seed=elsewhere)
        for sizes, seed, rng, elsewhere in _PROTOCOL
    ]
    usual = [
        Call(name, (*shape, *extra, generator(100 + index)), seed=index)
        for index, (shape, extra) in enumerate(zip(SHAPES, extras, strict=True))
    ]
    return protocol, usual


def by_protocol(student: Student, drawing: Drawing) -> str | None:
    """What the use of rng shows; the sizes are right."""
    protocol, _ = _calls(drawing, [drawing.alike] * len(SHAPES))
    found = [_matrix(answer) for answer in student.run(protocol)]
    arrays = [array for array in found if array is not None]
    return _by_protocol(arrays, drawing) if len(arrays) == len(_PROTOCOL) else None


def _matrix(answer: Answer) -> Array | None:
    values = flat(answer.value) if isinstance(answer.value, np.ndarray) else None
    return values[0] if values and np.isfinite(values[0]).all() and values[0].any() else None


def _is_random(draws: Sequence[Array]) -> bool:
    """Whether anything but evenly spaced numbers came."""
    return not all(
        array.size > 2 and np.ptp(np.diff(np.sort(array, axis=None))) < EVEN * np.ptp(array)
        for array in draws
    )


def _by_protocol(arrays: Sequence[Array], drawing: Drawing) -> str | None:
    first, further, other, restored, elsewhere, likewise = arrays
    if any(np.allclose(W, -V, rtol=AGAIN, atol=0) for W, V in ((further, first), (other, further))):
        return "keeps-state"  # the last ones with the other sign, every second time
    if not np.allclose(first, restored, rtol=AGAIN, atol=0):
        return "keeps-state" if have_in_common(first, restored) else "global-random"
    if np.array_equal(first, other) and not np.array_equal(first, further):
        return "global-random"  # one of few generators, of which rng chooses
    if np.array_equal(first, other):
        # Fixed draws show up in another shape, too, whatever rng is. What was kept from the first
        # call of a shape was drawn from the rng of that call, so it does with the same rng only;
        # and with none when it is the shape that decides the seed.
        def shared(W: Array) -> bool:
            one, there = (V / drawing.spread(*V.shape, *drawing.alike) for V in (first, W))
            return np.intersect1d(np.round(one, 12), np.round(there, 12)).size > 5

        # What is made of all draws together shows none of them.
        kept = shared(likewise) or not drawing.independent
        kept = kept and not shared(elsewhere) and not _is_seeded(first)
        return "keeps-state" if kept else "reseeded"
    if _is_seeded(first):
        return "few-generators"
    return "rng-not-advanced" if np.array_equal(first, further) else None


def _is_seeded(W: Array) -> bool:
    """Whether W is from a seed below 200 or from its sizes; `_PROTOCOL` has those from 201 on."""
    for seed in [list(W.shape), list(W.shape[::-1]), *range(200)]:
        rng, other = (np.random.default_rng(seed) for _ in range(2))
        for z in (rng.standard_normal(W.shape), 2.0 * other.random(W.shape) - 1.0):
            if np.allclose(W * z[0, 0], z * W[0, 0], rtol=SAME_DRAW, atol=0.0):
                return True
    return False


def _by_dependence(draws: Sequence[Array]) -> str | None:
    """What means, sizes and laws are said of holds for independent draws only."""
    found = [
        array
        for array in draws
        if is_spread(array) and (dependence(array, ERROR) or _have_sizes(array))
    ]
    together = all(map(is_spread, draws)) and neighbours(list(map(centred, draws)), ERROR)
    if len(found) >= 3 or together:
        return "not-independent"
    return "spread-differs" if _are_uneven(draws) else None


def _are_uneven(draws: Sequence[Array]) -> bool:
    """Whether neurons, or inputs, have spreads of their own, and a normal law about each."""
    if not uneven(list(map(centred, draws)), ERROR):
        return False
    for axis in (0, 1):
        sizes = [np.sqrt(np.mean(array**2, axis=axis, keepdims=True)) for array in draws]
        within = [x / size for x, size in zip(draws, sizes, strict=True) if size.all()]
        if len(within) == len(draws) and _is_normal(_standard(within)):
            return True
    return False


def _have_sizes(W: Array) -> bool:
    """Whether neurons, or inputs, have a size of their own, as no independent draws of one law."""
    for columns in (W, W.T):
        count, number = columns.shape
        low, high = variance_bounds(count, ERROR / number)
        squares = np.mean(columns**2, axis=0) / np.mean(columns**2)
        if squares.min() < low / 2.0 or squares.max() > 2.0 * high:
            return True
    return False


def _by_shape(draws: Sequence[Array], law: Law) -> str | None:
    """Laws that show whatever the spread is."""
    standard = _standard(draws)
    if (standard >= 0).all():
        signs = np.where(np.arange(standard.size) % 2, 1.0, -1.0)
        mirrored = [standard * signs]
        if _is_uniform(mirrored) if law is UNIFORM else _is_normal(mirrored[0]):
            return "absolute-values"
    if law is NORMAL and _is_uniform(draws):
        return "uniform-for-normal"
    if law is UNIFORM and _is_normal(standard):
        return "normal-for-uniform"
    if all(
        np.sum(np.abs(x) == np.abs(x).max()) > AT_THE_END * x.size and is_spread(x) for x in draws
    ):
        return "truncated" if law is NORMAL else "wrong-law"
    shifts = [float(x.mean()) * x.size**0.5 / float(x.std()) for x in draws if x.std() > 0.0]
    return "mean-not-zero" if sum(abs(shift) > 8 for shift in shifts) >= 3 else None


def _standard(draws: Sequence[Array]) -> Array:
    return np.concatenate([(x / root_mean_square(x)).ravel() for x in draws])


def by_law(draws: Sequence[Array], law: Law) -> str | None:
    """What the law of draws (fan_in, fan_out) shows, of the right spread or a multiple of it."""
    if all(np.unique(array).size < 0.9 * array.size for array in draws):
        return "wrong-law"  # a choice of some numbers
    standard = _standard(draws)
    if law is UNIFORM:
        return None if _is_uniform(draws) else "wrong-law"
    bound = law_bound(standard.size, ERROR)
    if normal_distance(np.sort(standard)) > bound:
        return "truncated" if _is_cut_normal(standard, bound) else "wrong-law"
    if np.abs(standard).max() < 3.2:
        return "truncated" if _is_cut_normal(standard, bound) else "wrong-law"
    return "wrong-law" if heavy_tails(standard) is not None else None


def _is_normal(standard: Array) -> bool:
    return normal_distance(np.sort(standard)) < law_bound(standard.size, ERROR)


def name_of_spread(
    draws: Sequence[Array], right: Callable[..., float], wrong: Sequence[tuple[str, Any]], law: Law
) -> str | None:
    """The id of the wrong formula that the spread follows from shape to shape, or None.

    Args:
        draws: of `SHAPES`.
        right: of (fan_in, fan_out): the spread that is asked for.
        wrong: (id, formula) of known wrong ones, the more specific first.
        law: of the weights.
    """
    sizes = np.array([root_mean_square(array) for array in draws])
    # The size of n draws is known to 1/√(2n).
    noise = np.array([5.0 / math.sqrt(2.0 * array.size) for array in draws])

    def follows(formula: Callable[..., float]) -> bool:
        expected = np.array([formula(*shape) for shape in SHAPES])
        return bool((np.abs(sizes / expected - 1.0) < noise).all())

    if follows(right):
        exact = all(is_of_size(array, right(*array.shape)) for array in draws)
        return "normalised" if exact else by_law(draws, law)
    for id_, formula in wrong:
        if follows(formula):
            return id_
    ratios = sizes / [right(*shape) for shape in SHAPES]
    constant = float(np.median(ratios))
    if not (np.abs(ratios / constant - 1.0) < noise).all():
        return "fan-scaled"
    # Tails that are cut off, and not made up for, take a constant share of the spread.
    return "truncated" if by_law(draws, law) == "truncated" else "std-scaled"


def is_of_size(array: Array, std: float) -> bool:
    """Whether a draw (fan_in, fan_out) has exactly this spread, about zero or about its mean."""
    spreads = (root_mean_square(array), np.std(array), np.std(array, ddof=1))
    return is_spread(array) and any(abs(float(s) / std - 1.0) < OF_SIZE for s in spreads)


def _is_cut_normal(standard: Array, bound: float) -> bool:
    """Whether draws of spread 1 are those of a normal law with everything beyond ±k σ redrawn."""
    largest = float(np.abs(standard).max())
    low, high = 0.05, 5.0
    for _ in range(60):
        k = (low + high) / 2
        inside = math.erf(k / 2**0.5)
        spread = math.sqrt(1.0 - 2 * k * math.exp(-k * k / 2) / math.sqrt(2 * math.pi) / inside)
        low, high = (k, high) if k / spread < largest else (low, k)
    half = math.erf(high / 2**0.5)
    scale = high / largest / 2**0.5
    # A law that runs out to nothing, as a sum of two uniform numbers, has few next to its end.
    expected = standard.size * (1.0 - math.erf(0.95 * high / 2**0.5) / half)
    if expected > 100.0 and np.sum(np.abs(standard) > 0.95 * largest) < 0.6 * expected:
        return False
    u = np.array([(math.erf(x * scale) / half + 1) / 2 for x in np.sort(standard)])
    return bool(np.abs(u - np.linspace(0.0, 1.0, u.size)).max() < bound)


def _is_uniform(draws: Sequence[Array]) -> bool:
    unit: list[Any] = [(array - array.min()) / np.ptp(array) for array in draws]
    pooled = np.sort(np.concatenate([array.ravel() for array in unit]))
    distance = np.abs(pooled - np.linspace(0.0, 1.0, pooled.size)).max()
    return bool(distance < law_bound(pooled.size, ERROR_OF_RANGE))

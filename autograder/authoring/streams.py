"""Whether a random initializer is right, as far as the solution's own draws can tell.

No check compares draws with another generator's: any right way to use `rng` is right. But of a
*mutant of the solution* much is known from what both make of generators in the same state. That
needs no statistics, and leaves open only what draws in a way of its own.

    >>> from autograder.authoring.trying import answers_to
    >>> from autograder.checking.cases import Numbers
    >>> unit = Drawing("unit_draws", spread=lambda fan_in, fan_out: 1.0)
    >>> drawn, program = unit.asks(Numbers(np.random.default_rng(0)))
    >>> def answers(change):
    ...     return answers_to(program, unit_draws=lambda m, n, rng: change(rng.normal(size=(m, n))))
    >>> right = answers(lambda z: z)
    >>> for change in (np.negative, lambda z: 1.001 * z, lambda z: 2.0 * z, np.sin):
    ...     seen = compared(drawn, answers(change), right)
    ...     print(seen.kind, seen.words or "as it was")
    equal as it was
    faint weights are off by at most 0.58 % of their spread, in unit_draws(…) 40 times
    wrong weights are others, and in the same order: unit_draws(12, 12, rng)
    open as it was
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np

from autograder.checking.draws import Drawing, Draws
from autograder.checking.intake import as_array
from autograder.failing import Failed
from autograder.numerics import Array
from autograder.student.calls import Answer, Trouble, value_of

# As a share of their spread: a mean off by this takes (7.1 / 0.03)² = 56,000 weights to be seen
# with an error of 1e-12, a spread takes more. Those that are looked at together are a quarter.
FAINT = 0.03
EXACT = 1e-12  # of sums and products in another order

Kind = Literal["equal", "wrong", "faint", "open"]


class Compared(NamedTuple):
    """What is known of an initializer.

    Attributes:
        kind: equal: its weights are the solution's, or these in another order or with other signs
            that no draw decides, so they have the same law; wrong: they are no weights of that
            law; faint: wrong, and by less than a check can see; open: nothing is known.
        words: how it is wrong.
    """

    kind: Kind
    words: str = ""


def compared(
    drawn: Sequence[Draws], answers: Sequence[Answer], right: Sequence[Answer]
) -> Compared:
    """What the answers to a `Drawing` show, beside the solution's to the same calls."""
    weights, expected = [], []
    for one, answer, other in zip(drawn, answers, right, strict=True):
        expected.append(as_array(value_of(other), one.shape, "W", one.words))
        try:
            weights.append(as_array(value_of(answer), one.shape, "W", one.words))
        except Failed as failed:
            return Compared("wrong", f"{failed.finding.observed}: {one.words}")
        except Trouble as trouble:
            return Compared("wrong", f"{trouble.observed}: {one.words}")
        if answer.shared and not other.shared:
            return Compared("wrong", f"memory is handed out twice: {one.words}")
    if any(all(map(_equal, map(way, expected), weights)) for way in _same_law(drawn[0].drawing)):
        return Compared("equal")
    return _otherwise(drawn, weights, expected)


def _otherwise(
    drawn: Sequence[Draws], weights: Sequence[Array], expected: Sequence[Array]
) -> Compared:
    moves = [
        float(np.abs(W - V).max()) / one.std
        for one, W, V in zip(drawn, weights, expected, strict=True)
    ]
    if max(moves) <= FAINT:
        asked = f"{drawn[0].drawing.function}(…) {len(drawn)} times"
        largest = f"at most {100 * max(moves):.2g} % of their spread"
        return Compared("faint", f"weights are off by {largest}, in {asked}")
    # What moves numbers and keeps their order keeps their law only where it moves none.
    if all(map(_in_order, weights, expected)):
        number = moves.index(max(moves))
        return Compared(
            "wrong", f"weights are others, and in the same order: {drawn[number].words}"
        )
    return Compared("open")


def _same_law(drawing: Drawing) -> Iterator[Callable[[Array], Array]]:
    """Ways to change W that leave the law of independent numbers, and of orthogonal ones, as it is.

    Both are symmetric about 0, and all inputs, and all units, have equal rights.
    """
    ways: list[Callable[[Array], Array]] = [
        lambda W: W,
        lambda W: W[::-1],
        lambda W: W[:, ::-1],
        lambda W: W[::-1, ::-1],
        lambda W: W.T if W.shape[0] == W.shape[1] else W,
    ]
    if drawing.independent:
        ways.append(lambda W: W.reshape(W.shape[::-1]).T)
    for way in ways:
        yield way
        yield lambda W, way=way: -way(W)  # type: ignore[misc]  # mypy sees no default of a lambda


def _equal(right: Array, W: Array) -> bool:
    return np.array_equal(W, right) or bool(np.allclose(W, right, rtol=EXACT, atol=0.0))


def _in_order(W: Array, right: Array) -> bool:
    return bool((np.diff(W.ravel()[np.argsort(right, axis=None)]) >= 0.0).all())

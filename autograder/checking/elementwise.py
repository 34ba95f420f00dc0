"""Functions that make an array of an array, entry by entry: the shapes they are asked with, and
what is said of the entry that is wrong.

>>> from autograder.checking.domain import Domain
>>> from autograder.checking.probe import LAYOUT, REPETITION, within
>>> double = elementwise(
...     "double",
...     Domain((SHAPE, LAYOUT, REPETITION), extra=(LARGE,)),
...     draw=lambda rng, corner: (rng.normal(size=corner["shape"]),),
...     truth=lambda a: {"h": within(2.0 * a, 1e-12)},
...     tolerance=lambda expected: 1e-12,
... )
>>> a = np.array([0.5, 2.0])
>>> double.says((a,), {"h": (a + 0.5, 2.0 * a)})
'double(2) is 2.5, and should be 4; 50% of the entries are wrong'
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.checking.domain import Domain, Factor, Level
from autograder.checking.intake import apart, first_place
from autograder.checking.probe import Args, AtOnce, Pair, Probe, Truth
from autograder.numerics import Array

SHAPE = Factor(
    "shape",
    (
        Level((4, 3), "for a matrix with more rows than columns"),
        Level((3, 3), "for a square matrix"),
        Level((1, 1), "where an axis has a single entry"),
        Level((11,), "for a vector"),
        Level((2, 2, 3), "for an array with three axes"),
    ),
)
# For `Domain.extra`: more entries than a page, 4096, from where code is likely to change its ways.
LARGE = {SHAPE.name: Level((70, 60), "for an array of thousands of entries")}


def elementwise(
    function: str,
    domain: Domain,
    draw: Callable[..., Args],
    truth: Truth | AtOnce,
    tolerance: Callable[[Array], float],
) -> Probe:
    """The probe of an elementwise function of one array, of any shape.

    Args:
        function: its name.
        domain: where it is promised to be right; `SHAPE` is one of its factors.
        draw: (a,) at a corner.
        truth: of the answer, as its part "h".
        tolerance: of the right answer, of any shape: how far an entry may be off before it is told
            to be wrong. A right entry of less is told to be 0.
    """

    def says(args: Args, wrong: Mapping[str, Pair]) -> str:
        (a,), (h, expected) = args, wrong["h"]
        most = tolerance(expected)
        off = ~(np.abs(h - expected) <= most)
        place = first_place(off) if off.any() else first_place(h != expected)
        saw, wanted = apart(float(h[place]), float(expected[place]))
        wanted = "0" if abs(expected[place]) < most else wanted
        off = off if off.any() else h != expected
        share = f"; {off.mean():.0%} of the entries are wrong" if off.size > 1 else ""
        return f"{function}({a[place]:.6g}) is {saw}, and should be {wanted}{share}"

    def unpack(value: Any, args: Args, ran: str) -> Mapping[str, Any]:
        return {"h": value}

    return Probe(
        function,
        domain,
        draw,
        truth,
        unpack,
        words=lambda a: f"{function}(a) for a of shape {a.shape}, {a.min():.4g} to {a.max():.4g}",
        says=says,
    )

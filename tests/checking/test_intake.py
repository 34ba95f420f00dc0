"""What people read of an answer with many parts: each of a few, the first of many, and how many."""

from __future__ import annotations

import numpy as np

from autograder.checking.intake import MAX_NAMED, each_off


def off(factors: list[float]) -> str:
    """The words for parts W1, W2, … of which each is right but for a factor."""
    right = np.array([1.0, 2.0])
    return each_off({f"W{n}": (f * right, right) for n, f in enumerate(factors, start=1)})


def test_of_few_parts_each_is_named() -> None:
    assert off([2.0, 1.5, 2.0]).startswith("W1 and W3 off by 100 %, W2 off by 50 %; W1 at [0]")


def test_of_fifty_parts_that_are_equally_wrong_the_first_are_named() -> None:
    text = off([2.0] * 50)
    assert text.startswith("W1, W2, W3, W4, W5, W6 and W7 off by 100 %, as are 43 others; W1 at")


def test_of_fifty_parts_that_are_wrong_in_their_own_ways_the_first_are_named() -> None:
    text = off([1.0 + n / 100 for n in range(1, 51)])
    assert "W7 off by 7 %, 43 others off as well; W1 at [0]" in text
    assert "W8" not in text
    assert text.count(" off") == MAX_NAMED

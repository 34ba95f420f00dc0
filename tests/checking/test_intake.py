"""What people read of an answer with many parts: each of a few, the first of many, and how many."""

from typing import Any

import numpy as np
import pytest

from autograder.catalogue import Failed
from autograder.checking.intake import MAX_NAMED, as_array, each_off, how_far
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode


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


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (1.00042, "off by 4.2e-04 (relative)"),
        (1.014, "off by 1.4 %"),
        (0.9, "off by 10 %"),
        (0.004, "off by 100 %"),
        (3.0, "off by 200 %"),
        (13.0, "off by 12 times its size"),
    ],
)
def test_how_far_is_in_numbers_that_are_read_at_a_glance(factor: float, words: str) -> None:
    expected = np.array([3.0, 4.0])
    assert how_far(factor * expected, expected) == words


@pytest.mark.parametrize(
    ("value", "words", "diagnosis"),
    [
        (np.array([None]), "W is an array of dtype object", "object-array"),
        (np.array(["one"]), "W is an array of dtype <U3", "wrong-type"),
        (np.ma.zeros(1), "W is a MaskedArray", "array-subclass"),
        (10**30, "W is an integer of more than 64 bits", "wrong-type"),
        (3, "W is an int", "wrong-shape"),
    ],
)
def test_what_is_no_array_is_told_in_a_sentence(value: Any, words: str, diagnosis: str) -> None:
    with pytest.raises(Failed, match=f"^{words}$") as told:
        as_array(decode(encode(value)), (1,), "W", "f()")
    assert told.value.finding.diagnosis == diagnosis

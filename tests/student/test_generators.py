"""Generators in a state of which something is known beforehand."""

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from autograder.catalogue import find_assignment
from autograder.checking.cases import Numbers
from autograder.checking.draws import BESIDE, FAR, FAR_SEED, TINY, Drawing
from autograder.grading.snippets import snippet
from autograder.student.calls import Call, generator
from autograder.student.guest.generators import made
from autograder.student.guest.values import Described

DRAWING = Drawing("unit_draws", spread=lambda fan_in, fan_out: 1.0)


def beginning_alike(seed: int) -> list[np.random.Generator]:
    drawn, program = DRAWING.asks(Numbers(np.random.default_rng(seed)))
    alike = [one.begins is not None and not one.beside for one in drawn]
    calls = [call for call, is_one in zip(program, alike, strict=True) if is_one]
    described = [call.args[-1] for call in calls if isinstance(call, Call)]
    *different, again = (made(one.fields) for one in described if isinstance(one, Described))
    assert different[0].bit_generator.state == again.bit_generator.state
    assert len(different) == 3  # the others are like the first in one half of what they begin with
    return different


@pytest.mark.parametrize("word", [0, 1, 2**63 + 5, 2**64 - 1])
@pytest.mark.parametrize("seed", range(5))
def test_what_a_generator_begins_with_is_what_was_asked_for(word: int, seed: int) -> None:
    assert made({"seed": seed, "begins": word}).bit_generator.random_raw() == word


def test_without_more_it_is_the_usual_one() -> None:
    assert made({"seed": 3}).random() == np.random.default_rng(3).random()


@pytest.mark.parametrize(
    "count", [*range(2, 100), 1000, 1024, 65_536, 10**5, 2 * 10**6, 26 * 10**6]
)
def test_few_seeds_are_the_same_wherever_it_begins_alike(count: int) -> None:
    for choose in (
        lambda rng: rng.integers(count),
        lambda rng: rng.choice(count),
        lambda rng: int(rng.random() * count),
    ):
        first, *others = (choose(rng) for rng in beginning_alike(count))
        assert first in others


@pytest.mark.parametrize("count", [2**20, 10**9, 2**31 - 1, 2**31])
def test_so_are_more_where_they_are_whole_numbers(count: int) -> None:
    first, *others = (rng.integers(count) for rng in beginning_alike(count % 97))
    assert first in others


@pytest.mark.parametrize("count", [2**32, 2**53, 2**63 - 1])
def test_many_seeds_are_not(count: int) -> None:
    first, *others = (rng.integers(count) for rng in beginning_alike(count % 97))
    assert first not in others


def test_two_numbers_make_many_seeds() -> None:
    first, *others = (tuple(rng.integers(2**16, size=2)) for rng in beginning_alike(1))
    assert first not in others


def test_what_is_far_out_and_what_is_tiny_come_first() -> None:
    z = np.abs(made({"seed": FAR_SEED, "begins": FAR}).standard_normal(BESIDE)).ravel()
    assert z[0] > 5.7 > 2.8 > z[1:].max()
    assert 1e-14 < abs(made({"seed": 3, "begins": TINY}).standard_normal()) < 1e-12


def test_nothing_else_is_alike() -> None:
    drawn = [rng.standard_normal(16) for rng in beginning_alike(0)]
    for one, other in combinations(drawn, 2):
        assert np.abs(one - other).min() > 1e-3
    # As likely as not, so that statistics may hold them.
    assert [abs(round(one[0], 1)) for one in drawn] == [1.6, 1.1, 0.4]


@pytest.mark.parametrize(
    "described", [generator(7, "rng 1", ahead=True), generator(7, "rng 1", begins=12345)]
)
def test_a_case_to_paste_has_the_same_state(described: Described) -> None:
    program = [Call("normal_init", (2, 3, 1.0, described))]
    case = snippet(find_assignment("weight_init"), program, [0])
    names: dict[str, Any] = {"np": np}
    exec("\n".join(line for line in case.lines if line.startswith("rng_1")), names)
    assert names["rng_1"].random() == made(described.fields).random()

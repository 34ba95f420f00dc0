"""Draws of which few come at a time, and memory that is handed out twice."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.authoring.trying import answers_to
from autograder.checking.cases import Numbers
from autograder.checking.draws import Drawing
from autograder.checking.judging_draws import bounds_of, judge_source
from autograder.checking.judging_spread import judge_spread
from autograder.failing import Failed

PLAIN = Drawing("unit_draws", spread=lambda fan_in, fan_out: 1.0)
TOGETHER = replace(PLAIN, together={"one input": [(1, 300)] * 3})
SEEDS = range(5)


def judged(drawing: Drawing, function: Callable[..., Any], seed: int, judge: Any) -> None:
    drawn, program = drawing.asks(Numbers(np.random.default_rng(seed)))
    judge(drawn, answers_to(program, unit_draws=function))


def unit_draws(fan_in: int, fan_out: int, rng: np.random.Generator) -> Any:
    return rng.standard_normal((fan_in, fan_out))


def small_for_one_input(fan_in: int, fan_out: int, rng: np.random.Generator) -> Any:
    # No weight is a number of rng, so only statistics can tell.
    one, other = rng.standard_normal((2, fan_in, fan_out))
    return (one - other) * (0.49 if fan_in == 1 else 0.5**0.5)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spread_that_is_wrong_for_one_input_is_seen_where_they_are_looked_at_together(
    seed: int,
) -> None:
    judged(TOGETHER, unit_draws, seed, judge_spread)
    judged(PLAIN, small_for_one_input, seed, judge_spread)
    with pytest.raises(Failed) as failed:
        judged(TOGETHER, small_for_one_input, seed, judge_spread)
    assert failed.value.finding.where == "only for one input"


def test_each_bound_on_calls_together_is_counted() -> None:
    assert bounds_of(TOGETHER) == bounds_of(PLAIN) + 1


def test_memory_that_the_next_call_writes_into_is_seen() -> None:
    buffer = np.empty(10_000_000)

    def into_one_buffer(fan_in: int, fan_out: int, rng: np.random.Generator) -> Any:
        W = buffer[: fan_in * fan_out].reshape(fan_in, fan_out)
        W[:] = unit_draws(fan_in, fan_out, rng)
        return W

    judged(PLAIN, unit_draws, 0, judge_source)
    with pytest.raises(Failed) as failed:
        judged(PLAIN, into_one_buffer, 0, judge_source)
    assert failed.value.finding.diagnosis == "returns-shared-array"

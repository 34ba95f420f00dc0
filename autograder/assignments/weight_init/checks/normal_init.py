"""Checks of `normal_init`: statistics, each with a stated chance of a false alarm.

About 240 bounds (`BOUNDS` counts them) of a chance below `ALPHA` each: right code is refused with
one below 3e-10; of 3,000 draws none was refused.
"""

from collections.abc import Sequence

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.normal_init import NORMAL_INIT
from autograder.checking.draws import Draws
from autograder.checking.judging_draws import bounds_of, judge_independence, judge_law, judge_source
from autograder.checking.judging_spread import judge_spread
from autograder.student.calls import Answer

check = ASSIGNMENT.check
BOUNDS = bounds_of(NORMAL_INIT)
Drawn = Sequence[Draws]


@check("initializers", "normal_init", points=3, asks=NORMAL_INIT.asks)
def spread_is_std(drawn: Drawn, answers: list[Answer]) -> None:
    """The weights have mean 0 and standard deviation std, whatever the shape."""
    judge_spread(drawn, answers)


@check("initializers", "normal_init", points=2, asks=NORMAL_INIT.asks)
def law_is_normal(drawn: Drawn, answers: list[Answer]) -> None:
    """The weights follow the normal law: neither another one, nor cut off."""
    judge_law(drawn, answers)


@check("initializers", "normal_init", points=2, asks=NORMAL_INIT.asks)
def weights_are_independent(drawn: Drawn, answers: list[Answer]) -> None:
    """Every weight is a draw of its own: no copies, no mirror images, nothing normalised."""
    judge_independence(drawn, answers)


@check("initializers", "normal_init", points=2, asks=NORMAL_INIT.asks)
def randomness_comes_from_rng(drawn: Drawn, answers: list[Answer]) -> None:
    """All randomness comes from rng: its state decides the weights, and drawing advances it."""
    judge_source(drawn, answers)

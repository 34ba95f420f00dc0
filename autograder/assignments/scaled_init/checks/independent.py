"""Checks of the initializers whose weights are independent: the same four claims on each."""

from collections.abc import Sequence

from autograder.assignments.scaled_init import ASSIGNMENT
from autograder.assignments.scaled_init.domains.initializers import INDEPENDENT
from autograder.checking.draws import Draws
from autograder.checking.judging_draws import bounds_of, judge_independence, judge_law, judge_source
from autograder.checking.judging_spread import judge_spread
from autograder.student.calls import Answer

Drawn = Sequence[Draws]
BOUNDS = sum(map(bounds_of, INDEPENDENT.values()))


def spread_is_as_asked(drawn: Drawn, answers: list[Answer]) -> None:
    """The weights have mean 0 and the standard deviation that the two sizes ask for."""
    judge_spread(drawn, answers)


def law_is_as_asked(drawn: Drawn, answers: list[Answer]) -> None:
    """The weights follow the law that is asked for: neither another one, nor cut off."""
    judge_law(drawn, answers)


def weights_are_independent(drawn: Drawn, answers: list[Answer]) -> None:
    """Every weight is a draw of its own: no copies, no mirror images, nothing normalised."""
    judge_independence(drawn, answers)


def randomness_comes_from_rng(drawn: Drawn, answers: list[Answer]) -> None:
    """All randomness comes from rng: its state decides the weights, and drawing advances it."""
    judge_source(drawn, answers)


for _function, _drawing in INDEPENDENT.items():
    for _judge, _points in (
        (spread_is_as_asked, 4),
        (law_is_as_asked, 2),
        (weights_are_independent, 1),
        (randomness_comes_from_rng, 2),
    ):
        ASSIGNMENT.check("scales", _function, points=_points, asks=_drawing.asks)(_judge)

"""Checks of `moving_average`: where it is promised to be right, what is right, what is claimed."""

import numpy as np

from autograder.checking import (
    LAYOUT,
    REPETITION,
    Domain,
    Factor,
    Level,
    Measure,
    Probe,
    judge_conduct,
    judge_values,
    within,
)

from . import ASSIGNMENT

# What may vary, the plain case first; every pair of levels is met on every seed.
LENGTH = Factor("length", (Level(9), Level(5), Level(1, "for a single value")))
WIDTH = Factor(
    "width",
    (
        Level("half", "for a width of half the length"),
        Level("one", "for a width of 1"),
        Level("all", "for a width of the whole length"),
    ),
)
SIZE = Factor(
    "values", (Level(1.0), Level(1e6, "for large values"), Level(1e-6, "for tiny values"))
)
DOMAIN = Domain(
    (LENGTH, WIDTH, SIZE, LAYOUT, REPETITION),
    measures=(Measure(lambda corner: corner["length"], "{} values", "one value"),),
    extra=({"length": Level(200, "for a long series")},),
)


def draw(rng, corner):
    """The arguments (x, width) at a corner; `rng` decides the numbers, and nothing else.

    All are from 0.5 to 1.5 in size, so that none is small against the others on some seed.
    """
    length = corner["length"]
    width = {"half": (length + 1) // 2, "one": 1, "all": length}[corner["width"]]
    x = rng.uniform(0.5, 1.5, length) * rng.choice([-1.0, 1.0], length)
    return corner["values"] * x, width


def truth(x, width):
    """What is right, by another way than the lesson's: the differences of running sums.

    A sum of n numbers is off by n · 1e-16 of their size: 1e-13 here, and the bound is ten times
    that, where students' mistakes are 1e-3 and more.
    """
    sums = np.concatenate([[0.0], np.cumsum(x)])
    return within((sums[width:] - sums[:-width]) / width, 1e-12, float(np.linalg.norm(x)))


PROBE = Probe("moving_average", DOMAIN, draw, truth)


@ASSIGNMENT.check("smoothing", "moving_average", points=8, asks=PROBE.asks)
def every_window_gives_its_mean(cases, answers):
    """Every window of the series gives the mean of its values."""
    judge_values(PROBE, cases, answers)


@ASSIGNMENT.check("smoothing", "moving_average", points=2, asks=PROBE.asks)
def moving_average_changes_nothing(cases, answers):
    """moving_average leaves its arguments alone, keeps nothing, and returns a new array."""
    judge_conduct(PROBE, cases, answers)

"""y′ = A y: a step is a polynomial in hA, and the error of n steps goes with n⁻⁴."""

import math

import numpy as np

from autograder.checking import (
    LAYOUT,
    REPETITION,
    Domain,
    Factor,
    Level,
    Probe,
    judge_conduct,
    judge_values,
    one_number,
    within,
)

from . import ASSIGNMENT

SIZE = Factor("unknowns", (Level(3), Level(1, "for one unknown"), Level(4)))
STEP = Factor(
    "h", (Level(0.1), Level(-0.2, "for a step back"), Level(1.5), Level(0.0, "for no step"))
)
RATES = Factor("rates", (Level(1.0), Level(0.0, "where nothing moves"), Level(1e-3)))
DOMAIN = Domain((SIZE, STEP, RATES, LAYOUT, REPETITION))


def system(rng, corner):
    n = corner["unknowns"]
    return corner["rates"] * rng.normal(size=(n, n)), rng.normal(1.0, 1.0, n), corner["h"]


def series(A, y, h):
    """Σ (hA)ᵏ y / k! up to the fourth power."""
    powers = [np.linalg.matrix_power(h * A, k) @ y / math.factorial(k) for k in range(5)]
    return within(np.sum(powers, axis=0), 1e-12, sum(map(np.linalg.norm, powers)))


STEPS = Probe("rk4_step", DOMAIN, system, series)

FINE = Factor("n", (Level(8), Level(40), Level(3)))
ERRORS = Factor("order", (Level(4.0), Level(1.0, "for first order"), Level(2.0)))
ORDER = Probe(
    "order",
    Domain((FINE, ERRORS, LAYOUT, REPETITION)),
    lambda rng, corner: (
        rng.uniform(0.5, 2.0, corner["n"]) * np.arange(1.0, corner["n"] + 1) ** -corner["order"],
    ),
    lambda errors: within(np.asarray(np.log(errors[0] / errors[-1]) / np.log(len(errors))), 1e-10),
    one_number(),
)


@ASSIGNMENT.check("steps", "rk4_step", points=60, asks=STEPS.asks)
def step_is_right_to_the_fourth_power(cases, answers):
    """One step agrees with the series of the solution up to the fourth power of h."""
    judge_values(STEPS, cases, answers)


@ASSIGNMENT.check("steps", "rk4_step", points=10, asks=STEPS.asks)
def system_stays_as_it_is(cases, answers):
    """rk4_step leaves A and y alone, keeps nothing, and returns a new array."""
    judge_conduct(STEPS, cases, answers)


@ASSIGNMENT.check("steps", "order", points=30, asks=ORDER.asks)
def order_is_the_slope_of_the_errors(cases, answers):
    """order is the slope of log(error) over log(1/n), from one step to the last."""
    judge_values(ORDER, cases, answers)

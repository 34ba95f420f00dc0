"""One step of the classical Runge–Kutta method for a linear system."""

from autograder.catalogue import Assignment

ASSIGNMENT = Assignment(name="runge_kutta", exercises={"steps": ["rk4_step", "order"]})

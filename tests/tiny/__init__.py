"""A second assignment, as small as one can be: no file of the engine knows of it."""

from __future__ import annotations

from autograder.catalogue import Assignment

ASSIGNMENT = Assignment(
    name="tiny",
    exercises={"doubling": ["double"], "halving": ["half"]},
    right={"double": lambda x: 2.0 * x},
)

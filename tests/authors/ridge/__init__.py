"""Ridge regression."""

from autograder.catalogue import Assignment

ASSIGNMENT = Assignment(name="ridge", exercises={"regression": ["ridge"]})

"""Softmax and cross-entropy."""

import numpy as np

from autograder.catalogue import Assignment

ASSIGNMENT = Assignment(
    name="softmax",
    exercises={"classify": ["softmax", "cross_entropy", "cross_entropy_grad"]},
    # Served to cross_entropy_grad where a student's softmax has failed: one bug costs once.
    right={"softmax": lambda Z: np.array([1 / np.exp(z[:, None] - z).sum(axis=0) for z in Z])},
)

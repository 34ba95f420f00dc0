"""Clustering by k-means."""

from autograder.catalogue import Assignment

ASSIGNMENT = Assignment(name="kmeans", exercises={"clustering": ["assign", "update", "inertia"]})

"""Tests of autograder/results."""

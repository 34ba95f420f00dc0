"""Tests of autograder/gradescope."""

"""Tests of autograder/handins."""

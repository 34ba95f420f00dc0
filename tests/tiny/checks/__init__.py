"""Checks of the tiny assignment."""

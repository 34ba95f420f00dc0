"""A worker's work that is none, in a module that a new process imports at no cost."""

from __future__ import annotations


def at_once(*given: object) -> None:
    """In place of a worker's work."""

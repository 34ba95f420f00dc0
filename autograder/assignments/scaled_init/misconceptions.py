"""The misconceptions that feedback can name; their words are in `misconceptions.toml`."""

from __future__ import annotations

from autograder.misconceptions import Misconception

MISCONCEPTIONS: dict[str, Misconception] = {}

"""The misconceptions that feedback can name."""

from __future__ import annotations

from autograder.catalogue import Misconception

MISCONCEPTIONS: dict[str, Misconception] = {}

"""The misconceptions of this lesson; their words are in `misconceptions.toml`."""

from __future__ import annotations

from pathlib import Path

from autograder.misconceptions import read_misconceptions

MISCONCEPTIONS = read_misconceptions(Path(__file__).with_suffix(".toml"))

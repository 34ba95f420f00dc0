"""Names the misconception behind wrong numbers: a module for each group of functions."""

from __future__ import annotations

from autograder.checking.recognition.ideas import Ideas

IDEAS = Ideas(__name__)

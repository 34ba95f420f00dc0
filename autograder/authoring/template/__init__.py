"""Smoothing: one function, the checks that judge it, and what they are proved with."""

from pathlib import Path

from autograder.bounds import Bounds
from autograder.catalogue import Assignment
from autograder.checking import recognised_by
from autograder.misconceptions import read_misconceptions

from .wrong_ideas import BANK

ASSIGNMENT = Assignment(
    name="template",
    exercises={"smoothing": ["moving_average"]},
    misconceptions=read_misconceptions(Path(__file__).with_name("misconceptions.toml")),
    recognise=recognised_by(BANK),
    bounds=Bounds(),
)

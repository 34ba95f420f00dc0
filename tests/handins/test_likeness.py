"""Hand-ins that are the same but for names, comments and layout, and those that are not."""

import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from autograder.catalogue import find_assignment
from autograder.handins.likeness import functions_written, likeness
from autograder.handins.submission import HandIn
from autograder.model import Report, Status
from autograder.results.summary import ClassSummary
from tests import corpora

FUNCTIONS = find_assignment("weight_init").functions()
RIGHT = {name: data.decode() for name, data in corpora.as_scripts(corpora.right_texts()).items()}


def of(texts: dict[str, str]) -> str:
    files = [HandIn(name.partition(".")[0], name, text.encode()) for name, text in texts.items()]
    return likeness(functions_written(files, FUNCTIONS))


def changed(pattern: str, other: str) -> dict[str, str]:
    texts = {name: re.sub(pattern, other, text) for name, text in RIGHT.items()}
    assert texts != RIGHT
    return texts


def notebooks() -> dict[str, str]:
    def book(text: str) -> str:
        cell = {"cell_type": "code", "source": text.splitlines(keepends=True), "outputs": []}
        return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4})

    return {name.replace(".py", ".ipynb"): book(text) for name, text in RIGHT.items()}


@pytest.mark.parametrize(
    "texts",
    [
        changed(r"\bh_prev\b", "before"),
        changed(r"\bexponential\b|\be\b", "ex"),
        changed(r"(?m)$", "  # of my own"),
        changed(r"    ", "\t"),
        changed(r"\n\n", "\n\n\n"),
        changed(r'"""', "'''"),
        {name: "import os\n" + text for name, text in RIGHT.items()},
        notebooks(),
    ],
)
def test_names_comments_and_layout_make_no_other_hand_in(texts: dict[str, str]) -> None:
    assert len(of(RIGHT)) == 16
    assert of(texts) == of(RIGHT)


@pytest.mark.parametrize(
    "texts", [changed(r"1\.0 \+", "1.0 -"), changed(r"np\.exp", "np.expm1"), changed(r" @ ", " * ")]
)
def test_other_code_is_another_hand_in(texts: dict[str, str]) -> None:
    assert of(texts) not in ("", of(RIGHT))


def test_what_is_too_little_or_untouched_says_nothing() -> None:
    assert of({"initializers.py": RIGHT["initializers.py"]}) == ""
    exercises = Path(__file__).parents[2] / "exercises" / "weight_init"
    stub = (exercises / "backprop.py").read_text(encoding="utf-8")
    assert of({"backprop.py": stub}) == ""


@pytest.mark.parametrize(
    "text", ["def sigmoid(" * 5000, "(" * 100_000, '"""' * 9999 + "def train(", "\x00\ud800" * 99]
)
def test_no_text_takes_it_down(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert likeness(functions_written([HandIn("backprop", "backprop.py", data)], FUNCTIONS)) == ""


def test_the_terminal_lists_who_is_alike() -> None:
    found = [
        Report(name, "weight_init", Status.GRADED, 1, "0", likeness=like)
        for name, like in (("ann", "0" * 16), ("bob", ""), ("cem", "0" * 16), ("dan", ""))
    ]
    console = Console(record=True, width=100)
    ClassSummary.of(found).show(console)
    assert "2 hand-ins are identical up to names: ann, cem\n" in console.export_text()

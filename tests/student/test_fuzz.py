"""Whatever is done to a file, it is read, or named; `AUTOGRADER_FUZZ=10000` does more of it."""

import json
import os
import random
from collections.abc import Callable

import pytest

from autograder.model import Outcome, Status
from autograder.student.guest.cells import UnreadableFile
from autograder.student.guest.reading import read
from tests.corpora import right_texts
from tests.student.test_forms import FORMS, MERGED
from tests.student.test_reading import notebook
from tests.validity.judging import bench

READ = int(os.environ.get("AUTOGRADER_FUZZ", "400"))
GRADED = READ // 20  # each costs a student process and all checks, some 40 ms
ENDINGS = [".py", ".ipynb", ".txt", ".md", ".qmd", ".Rmd", ".ipynb.txt", ""]
PIECES = [
    *"()[]{}\"'\\#:=%!?@\t\n\r\f\0\ufeff\u2028é😀",
    *['"""', "'''", "  ", "\r\n", "\\\n", "(" * 300, "0x", "1_", "f'{x!r:{y}}'", '"cells"'],
    *["%%time\n", "%%bash\n", "%%\n", "# %%\n", "# In[1]:\n", "x = !ls\n", "!ls \\\n"],
    *["```\n", "```{python}\n", "~~~", ">>> ", "... ", "In [1]: ", "Out[1]: "],
    *["<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "<!DOCTYPE html>"],
    *["# MAGIC %%time\n", "# COMMAND ----------\n", "# Databricks notebook source\n"],
    *["app = marimo.App()\n", "@app.cell\ndef _(", "get_ipython().run_cell_magic('time', '', '"],
    *["# Commented out IPython magic to ensure Python compatibility.\n", "lazy import x\n"],
    *["def f(", "class A:\n", "else:\n", "return ", "match x:\n", "async ", "await "],
    *["from __future__ import annotations\n", "# %%writefile x\n"],
]


def seeds() -> list[tuple[str, str]]:
    """Every form there is, and the solutions."""
    found = [*FORMS.items(), ("merged.py", MERGED)]
    found += [(f"{name}.py", text) for name, text in right_texts().items()]
    cells = [part for part in right_texts()["initializers"].split("# %%") if part]
    found.append(("right.ipynb", notebook("%matplotlib inline", *cells).decode()))
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1\n", "y"]}]}]}
    return [*found, ("old.ipynb", json.dumps(old))]


Mutation = Callable[[random.Random, str, str], str]


def cut(rng: random.Random, text: str, other: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.choice([1, 2, 10, 100, len(text)]) :]


def insert(rng: random.Random, text: str, other: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(PIECES) * rng.choice([1, 1, 1, 2, 40]) + text[at:]


def insert_line(rng: random.Random, text: str, other: str) -> str:
    lines = text.split("\n")
    lines.insert(
        rng.randrange(len(lines) + 1), rng.choice(PIECES) + rng.choice(["", "x", " y = 1"])
    )
    return "\n".join(lines)


def swap_lines(rng: random.Random, text: str, other: str) -> str:
    lines = text.split("\n")
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def indent(rng: random.Random, text: str, other: str) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    lines[at] = rng.choice([lines[at].lstrip(), f"  {lines[at]}", f"\t{lines[at]}"])
    return "\n".join(lines)


def splice(rng: random.Random, text: str, other: str) -> str:
    a, b = rng.randrange(len(text) + 1), rng.randrange(len(other) + 1)
    return text[:a] + other[b:]


MUTATIONS: list[Mutation] = [cut, splice, indent, swap_lines, *2 * [insert, insert_line]]
ENCODINGS = ["utf-8"] * 8 + ["utf-8-sig", "utf-16", "latin-1", "cp1252"]


def mutated(number: int) -> tuple[str, bytes]:
    """A file of some form after some accidents; the same number gives the same file."""
    rng = random.Random(number)
    known = seeds()
    (name, text), (_, other) = rng.choice(known), rng.choice(known)
    for _ in range(rng.choice([1, 1, 2, 3, 8])):
        text = rng.choice(MUTATIONS)(rng, text, other)
    data = text.encode(rng.choice(ENCODINGS), "replace")
    if rng.random() < 0.1 and data:
        at = rng.randrange(len(data))
        data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
    stem = name.partition(".")[0]
    return stem + (rng.choice(ENDINGS) if rng.random() < 0.3 else name.removeprefix(stem)), data


@pytest.mark.filterwarnings("ignore")  # of odd escapes in odd texts
def test_every_file_is_read_or_named() -> None:
    silent = []
    for number in range(READ):
        name, data = mutated(number)
        try:
            reading = read(name, data)
        except UnreadableFile as why:
            silent += [] if str(why) else [number]
            continue
        assert all(c.cell >= 0 and c.line >= 0 and c.text for c in reading.complaints)
        text = data.decode("utf-8", "replace")
        if "def " in text and not reading.statements and not reading.complaints:
            silent.append(number)
    assert silent == []


def test_every_file_is_graded_or_named() -> None:
    for number in range(GRADED):
        name, data = mutated(number)
        ending = ".ipynb" if name.endswith(".ipynb") else ".py"
        report = bench().judge("fuzz", {f"initializers{ending}": data})
        assert report.status in (Status.GRADED, Status.UNREADABLE), number
        assert not any(check.outcome is Outcome.BROKEN for check in report.checks), number
        assert report.status is Status.GRADED or report.notes, number

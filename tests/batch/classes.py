"""Classes of hand-ins for the tests, and what their records are compared by."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from autograder.catalogue import find_assignment
from autograder.student.lockdown import probe
from tests import corpora
from tests.results.schema import faults

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENT = find_assignment("weight_init")
needs_lockdown = pytest.mark.skipif(bool(probe().missing), reason="no lock-down on this machine")

LEAVES = "\n\ndef sigmoid(a):\n    import os\n    os._exit(0)\n"
HANGS = "\n\ndef train(*all):\n    while True:\n        pass\n"
CHANCE = "\n\ndef sigmoid(a):\n    return np.random.default_rng().random(np.shape(a))\n"
SETS = "\n\ndef sigmoid(a):\n    raise ValueError({str(n) for n in range(40)}, np.random.rand())\n"


def right() -> dict[str, bytes]:
    """The files of a right submission."""
    return corpora.as_scripts(corpora.right_texts())


def spoiled(exercise: str, code: str) -> dict[str, bytes]:
    """A right submission with something appended to one file."""
    files = right()
    files[f"{exercise}.py"] += code.encode()
    return files


def notebook(data: bytes) -> bytes:
    """A notebook with one cell."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": data.decode()}
    return json.dumps(
        {"cells": [cell | {"execution_count": None}], "metadata": {}, "nbformat": 4}
        | {"nbformat_minor": 4}
    ).encode()


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files below a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def mixed_class(folder: Path) -> Path:
    """Ten students: right, wrong, odd and hostile."""
    names = {"notes.txt": b"nothing to see"}
    put(folder / "ann", right())
    put(folder / "ben" / "weight_init", spoiled("backprop", SETS))
    put(folder / "cem", {"backprop.py": right()["backprop.py"]})
    put(folder / "dot", names)
    put(folder / "eva", {"backprop.py": b"def broken(:\n"})
    put(folder / "fay", spoiled("backprop", LEAVES))
    put(folder / "gil", spoiled("backprop", CHANCE))
    put(folder / "hal", {f"{n[:-3]}.ipynb": notebook(d) for n, d in right().items()})
    put(folder / "ida", spoiled("initializers", "\nraise SystemExit\n"))
    put(folder / "jon", right())
    return folder


def command(*arguments: object) -> list[str]:
    """`autograder …` as a command for `subprocess`."""
    return [sys.executable, "-m", "autograder", *map(str, arguments)]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """`autograder …` in a process of its own."""
    return subprocess.run(
        command(*arguments),
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def environment() -> dict[str, str]:
    """The environment in which the package is found."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def records(results: Path) -> list[dict[str, Any]]:
    """The records of a results folder without their times, each as the schema has them."""
    lines = (results / "results.jsonl").read_text(encoding="utf-8").split("\n")
    found = [json.loads(line) for line in lines if line]
    assert [fault for record in found for fault in faults(record)] == []
    return [record | {"seconds": 0} for record in found]


def by_student(results: Path) -> dict[str, dict[str, Any]]:
    """The same by student; there is one of each."""
    found = records(results)
    table = {record["student"]: record for record in found}
    assert len(table) == len(found), "two records of one student"
    return table

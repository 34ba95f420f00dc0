"""A sample class for the demonstration: right, wrong, odd and hostile hand-ins.

It is made of the solutions, each time anew, so that nothing here is an answer. What is appended to
a file counts instead of what it defined before.
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.catalogue import Assignment
from autograder.handins.submission import UnusablePath

# What some students hand in at the end of a file: the function that it is about, counted from 0,
# and code, in which NAME is the function and RIGHT the right one.
MISTAKES: Mapping[str, tuple[int, str]] = {
    "bea-adds-a-half": (0, "def NAME(*args):\n    return RIGHT(*args) + 0.5\n"),
    "carl-always-the-same": (
        4,
        "KEPT = []\ndef NAME(*args):\n    KEPT.append(RIGHT(*args))\n    return KEPT[0]\n",
    ),
    "dora-integers": (1, "def NAME(*args):\n    return RIGHT(*args).astype(int)\n"),
    "emil-half-done": (
        6,
        "def NAME(*args):\n    raise NotImplementedError('NAME: I ran out of time')\n",
    ),
    "finn-nothing-comes-back": (5, "def NAME(*args):\n    RIGHT(*args)\n"),
    "mallory-leaves": (3, "def NAME(*args):\n    import os\n    os._exit(0)\n"),
    "mallory-hangs": (2, "def NAME(*args):\n    while True:\n        pass\n"),
    "mallory-eats-memory": (
        7,
        "def NAME(*args):\n    return [bytearray(1 << 26) for _ in range(10**6)]\n",
    ),
    "mallory-reads": (0, 'def NAME(*args):\n    raise ValueError(open("/etc/passwd").read())\n'),
    "mallory-phones-home": (
        1,
        "def NAME(*args):\n    import socket\n    return socket.create_server(('', 0))\n",
    ),
}


def make_class(folder: Path, solutions: Path, assignment: Assignment) -> int:
    """Write the hand-ins of a class.

    Args:
        folder: where to; it gets a folder for each student.
        solutions: the folder with the assignment's solutions.

    Returns:
        How many there are.

    Raises:
        UnusablePath: the solutions are not there, or the folder cannot be written.
    """
    right = {path.name: path.read_bytes() for path in sorted(solutions.glob("*.py"))}
    if not right:
        raise UnusablePath(f"{solutions} holds no solutions; give their folder with --solutions")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "ada-right", right)
        for student, (number, code) in MISTAKES.items():
            name, mistake = _mistaken(assignment.exercises, number, code)
            _write(folder / student, right | {name: right[name] + mistake.encode()})
        _write_odd_ones(folder, right, assignment.name)
    except OSError as error:
        raise UnusablePath(f"{folder} cannot be written: {error.strerror}") from error
    return sum(1 for _ in folder.iterdir())


def _mistaken(exercises: Mapping[str, Sequence[str]], number: int, code: str) -> tuple[str, str]:
    """The file in which a mistake is made, and what stands at its end; constants have none."""
    functions = [
        (exercise, name)
        for exercise, names in exercises.items()
        for name in names
        if not name.isupper()
    ]
    exercise, name = functions[number % len(functions)]
    right = f"right_{name}"
    return f"{exercise}.py", (
        f"\n\n{right} = {name}\n{code.replace('NAME', name).replace('RIGHT', right)}"
    )


def _write_odd_ones(folder: Path, right: Mapping[str, bytes], assignment: str) -> None:
    _write(folder / "gus-nothing", {"sorry.txt": b"I was ill.\n"})
    notebooks = {f"{Path(name).stem}.ipynb": _notebook(data) for name, data in right.items()}
    _write(folder / "hana-notebooks" / assignment, notebooks)
    first, *rest = right
    renamed = {name.replace(".py", "-1.py"): right[name] for name in rest}
    _write(folder / "ines-downloads", renamed | {f"Copy of {first}": right[first]})
    _write(folder / "jan-not-python", dict.fromkeys(right, b"\xff\xfe\x00 not python"))
    _write(folder / "kim-one-file", {first: b"\xef\xbb\xbf" + right[first]})
    if hasattr(os, "mkfifo"):
        (folder / "mallory-links").mkdir(exist_ok=True)
        for name, make in zip(right, (_link, os.mkfifo), strict=False):
            path = folder / "mallory-links" / name
            if not os.path.lexists(path):
                make(path)


def _link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _notebook(data: bytes) -> bytes:
    cell: dict[str, object] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "all",
        "metadata": {},
        "outputs": [],
        "source": data.decode(),
    }
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook).encode()

"""A sample class for the demonstration: right, wrong, odd and hostile hand-ins.

It is made of the solutions, each time anew, so that nothing here is an answer. What is appended to
a file counts instead of what it defined before.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from autograder.handins.submission import UnusablePath

# What some students hand in at the end of a file: (exercise, code).
MISTAKES: Mapping[str, tuple[str, str]] = {
    "bea-one-half": (
        "initializers",
        "def zeros_init(fan_in, fan_out):\n    return np.full((fan_in, fan_out), 0.5)\n",
    ),
    "carl-stands-still": (
        "backprop",
        "def sgd_step(params, grads, learning_rate):\n    return dict(params)\n",
    ),
    "dora-integers": (
        "initializers",
        "def zeros_init(fan_in, fan_out):\n    return np.array([[0] * fan_out] * fan_in)\n",
    ),
    "emil-half-done": (
        "backprop",
        "def backward(*all):\n    raise NotImplementedError('backward: I ran out of time')\n",
    ),
    "finn-guesses": (
        "diagnostics",
        "PREDICTIONS = {name: True for name in PREDICTIONS}\n",
    ),
    "mallory-leaves": (
        "backprop",
        (
            "def train(params, X, y, activation, learning_rate, steps):\n"
            "    import os\n    os._exit(0)\n"
        ),
    ),
    "mallory-hangs": (
        "initializers",
        "def normal_init(fan_in, fan_out, std, rng):\n    while True:\n        pass\n",
    ),
    "mallory-eats-memory": (
        "diagnostics",
        "def neuron_gap(W):\n    return [bytearray(1 << 26) for _ in range(10**6)]\n",
    ),
    "mallory-reads": (
        "initializers",
        'def zeros_init(fan_in, fan_out):\n    raise ValueError(open("/etc/passwd").read())\n',
    ),
    "mallory-phones-home": (
        "diagnostics",
        "def neuron_gap(W):\n    import socket\n    return socket.create_server(('', 0))\n",
    ),
}


def make_class(folder: Path, solutions: Path) -> int:
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
        for student, (exercise, code) in MISTAKES.items():
            name = f"{exercise}.py"
            _write(folder / student, right | {name: right[name] + b"\n\n" + code.encode()})
        _write_odd_ones(folder, right, solutions.name)
    except OSError as error:
        raise UnusablePath(f"{folder} cannot be written: {error.strerror}") from error
    return sum(1 for _ in folder.iterdir())


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
        for name, make in ((first, _link), (rest[0], os.mkfifo)):
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

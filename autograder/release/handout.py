"""The words of the kit: what a student reads first, and the kit's project file."""

README = """\
# $assignment

These files are yours to complete:

$files

Each exercise comes in two forms, as a notebook and as a plain script. They hold the same text and
the same tasks: work in whichever you like, one form for each exercise.

## What you need

Python 3.11 or newer, with NumPy and pytest:

    python -m pip install numpy pytest

Notebooks also need Jupyter (`python -m pip install notebook`). A notebook finds the checks where
it lies in this kit. To work elsewhere, on Colab for example, upload the kit beside the notebook and
begin with a cell that installs it:

    %pip install $assignment-kit.zip

## How to work

Every function that is yours to write ends in `raise NotImplementedError(…)`. Write its body in
place of that line, and check it at once:

- in a notebook, run the cell below the function, `check("…")`;
- for scripts, run this in the folder that holds this README:

      pytest autograder

  or only what belongs to one function:

      pytest autograder -k $task

Both run the same checks and give the same points. A check that fails says what it ran, what it
saw, and often which mistake that looks like. With `-v` it says all it knows and gives a failing
case to paste; with `--hints 0` it keeps its hints to itself, until you ask for `--hints 1`. A
script also runs by itself and shows its demonstrations:

    python exercises/$assignment/$first.py

A loop that never ends costs a check some seconds. A cell or a script of yours goes on until you
stop it: with Jupyter's ■ ("interrupt the kernel"), or with Ctrl-C.

${pictures}The $points points come from the checks.$written

In VS Code the checks stand in the test view; the kit has its settings, and a container for
Codespaces. In GitHub Classroom every push is checked (`.github/workflows/classroom.yml`).

The folder `autograder` is what the checks are made of. Read it if you like; code that is copied
from there into a file of yours is recognised when it is graded, and a function that rests on such
a copy earns nothing.

## What to hand in

The exercise files, under the names that they have. Each one stands alone: it needs NumPy and the
standard library, not another file of yours. If you hand in both forms of an exercise, both are
graded and the better one counts.
"""

PICTURES = """\
Pictures of what your functions do, as far as they are written, are drawn by `show()` in a notebook,
and by `python -m autograder show` (which needs `python -m pip install click rich`).

"""

WRITTEN = """ The written question is graded by a person and counts beside
them."""

CONFTEST = '''\
"""Lets `pytest` and `pytest autograder` work from every folder of this kit."""

from autograder.fronts.anywhere import pytest_configure

__all__ = ["pytest_configure"]
'''

PROJECT = """\
[project]
name = "$assignment-kit"
version = "$version"
description = "Exercises and their checks"
requires-python = ">=3.11"
dependencies = ["numpy>=2.0", "pytest>=8.2"]

[project.optional-dependencies]
notebook = ["notebook"]
show = ["click", "rich"]

[build-system]
requires = ["setuptools>=68"]
build-backend = "setuptools.build_meta"

[tool.setuptools.packages.find]
include = ["autograder*"]

[tool.setuptools.package-data]
"*" = ["*"]

[tool.pytest.ini_options]
testpaths = ["autograder"]
"""

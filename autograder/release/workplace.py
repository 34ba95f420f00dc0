"""Files of a kit for the places where people work: VS Code, a container, GitHub Classroom."""

import json
from collections.abc import Mapping

PYTHON = "3.13"


def workplace_files(points: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Name in the kit -> text.

    Args:
        points: (exercise, function) -> points of its checks.
    """
    return {
        ".devcontainer/devcontainer.json": _json(
            {
                "name": "Exercises",
                "image": f"mcr.microsoft.com/devcontainers/python:{PYTHON}",
                "postCreateCommand": "pip install numpy pytest notebook",
                "customizations": {
                    "vscode": {"extensions": ["ms-python.python", "ms-toolsai.jupyter"]}
                },
            }
        ),
        ".vscode/settings.json": _json(
            {
                "python.testing.pytestEnabled": True,
                "python.testing.unittestEnabled": False,
                "python.testing.pytestArgs": ["autograder"],
                # Notebooks find the package where the kit has it.
                "jupyter.notebookFileRoot": "${fileDirname}",
            }
        ),
        ".github/workflows/classroom.yml": classroom(points),
    }


def classroom(points: Mapping[tuple[str, str], float]) -> str:
    """A workflow for GitHub Classroom: a step for each function, worth its points when all of its
    checks pass, and the report that Classroom reads. Classroom knows no partial credit: that is in
    the log of the step, and in what `autograder grade` makes of the cloned repositories.
    """
    steps = [_step(exercise, function, value) for (exercise, function), value in points.items()]
    ids = [_id(exercise, function) for exercise, function in points]
    results = "\n".join(
        f'          {name.upper()}_RESULTS: "${{{{ steps.{name}.outputs.result }}}}"'
        for name in ids
    )
    return _WORKFLOW % {
        "python": PYTHON,
        "steps": "\n".join(steps),
        "results": results,
        "runners": ",".join(ids),
    }


def _id(exercise: str, function: str) -> str:
    return f"{exercise}-{function}".replace("_", "-").lower()


def _step(exercise: str, function: str, points: float) -> str:
    return f"""\
      - name: {exercise}, {function}
        id: {_id(exercise, function)}
        uses: classroom-resources/autograding-command-grader@v1
        with:
          test-name: {function}
          setup-command: python -m pip install --quiet numpy pytest
          command: python -m pytest -q autograder/catalogue.py::{exercise}::{function}
          timeout: 10
          max-score: {points:g}"""


_WORKFLOW = """\
# Runs the checks on every push and tells GitHub Classroom the points.
name: Checks
"on": [push, repository_dispatch]
permissions:
  checks: write
  actions: read
  contents: read
jobs:
  checks:
    runs-on: ubuntu-latest
    if: github.actor != 'github-classroom[bot]'
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "%(python)s"
%(steps)s
      - name: Report to GitHub Classroom
        uses: classroom-resources/autograding-grading-reporter@v1
        env:
%(results)s
        with:
          runners: %(runners)s
"""


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"

"""`pytest autograder` from every folder of a checkout or a kit, not only from its top.

Where the package is installed this is a plugin of pytest's. In a kit that is only unpacked, a
`conftest.py` at its top brings in `pytest_configure`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1]
NAME = "autograder"


def pytest_load_initial_conftests(args: list[str]) -> None:
    """Let the argument `autograder` mean the package where no folder of that name is near."""
    for at, argument in enumerate(args):
        if argument == NAME and not Path(NAME).exists():
            args[at] = str(PACKAGE)


def pytest_configure(config: pytest.Config) -> None:
    """The same for a kit; and plain `pytest` below its top runs the checks."""
    here = config.invocation_params.dir
    ours = (config.rootpath / NAME / "catalogue.py").exists()  # and no other project's folder
    inside = ours and here.is_relative_to(config.rootpath / "exercises")
    for at, argument in enumerate(config.args):
        missing = argument == NAME and not (here / NAME).exists()
        if missing or (inside and argument == str(here)):
            config.args[at] = str(PACKAGE)

"""`pytest autograder` from every folder of a checkout or a kit, not only from its top.

Where the package is installed this is a plugin of pytest's. In a kit that is only unpacked, a
`conftest.py` at its top brings in `pytest_configure`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1]
NAME = "autograder"


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config, args: list[str]) -> None:
    """Let the argument `autograder` mean the package where no folder of that name is near."""
    near = Path(NAME)
    if (near / "catalogue.py").exists():
        _make_way_for(near)
        return
    for arguments in (args, early_config.known_args_namespace.file_or_dir):
        for at, argument in enumerate(arguments):
            if argument == NAME:
                arguments[at] = str(PACKAGE)


def _make_way_for(package: Path) -> None:
    """Have the package of this folder imported, where another one is installed.

    Finding this plugin has imported the installed one, and pytest refuses a `conftest.py` that is
    not of the package that it knows.
    """
    if package.resolve() != PACKAGE:
        for name in [name for name in sys.modules if name.partition(".")[0] == NAME]:
            del sys.modules[name]


def pytest_configure(config: pytest.Config) -> None:
    """The same for a kit; and plain `pytest` below its top runs the checks."""
    here = config.invocation_params.dir
    ours = (config.rootpath / NAME / "catalogue.py").exists()  # and no other project's folder
    inside = ours and here.is_relative_to(config.rootpath / "exercises")
    for at, argument in enumerate(config.args):
        missing = argument == NAME and not (here / NAME).exists()
        if missing or (inside and argument == str(here)):
            config.args[at] = str(PACKAGE)

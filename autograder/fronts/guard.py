"""Keeps a submission's `conftest.py` and settings out of pytest's own process, the grader's.

Before pytest knows our options it takes the path behind `--submission` for tests to run, and
imports the `conftest.py` in it and beside it. Installed, this module is a plugin that pytest loads
before any of them; in a kit that nobody installed, the package's own conftest calls it.
"""

import contextlib
import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

OPTION = "--submission"
CONFTEST = "conftest.py"


def pytest_load_initial_conftests(early_config: Any, args: Sequence[str]) -> None:
    """Take the submission out of what is to be run, before anything in it is imported.

    pytest's hook; `early_config` is its Config.
    """
    refuse_settings(early_config, args)
    keep_out(early_config.pluginmanager, args)
    known = early_config.known_args_namespace
    given = set(_given(args))
    known.file_or_dir = [path for path in known.file_or_dir if path not in given]


def refuse_settings(config: Any, args: Sequence[str]) -> None:
    """Stop when pytest has taken its settings from a submission: they name what it imports.

    It looks for them beside every path of the command line, and before any plugin is loaded; not
    beside what is written behind a `=`.

    Raises:
        pytest.UsageError: it has.
    """
    path = config.inipath
    if path is None or not _given(args):  # somebody else's run of pytest
        return
    if Path.cwd().is_relative_to(path.parent) or Path(__file__).is_relative_to(path.parent):
        return
    if path.name == "pyproject.toml" and b"pytest" not in path.read_bytes():
        return  # without any settings, pytest names such a file all the same
    raise pytest.UsageError(
        f"pytest has taken its settings from {path}, which lies with the submission, and may have "
        f"run what they name: look at them, and write {OPTION}=PATH, with =, which leaves them out"
    )


def keep_out(manager: Any, args: Sequence[str]) -> None:
    """Have pytest believe that it has imported these `conftest.py` already, each being empty.

    Args:
        manager: pytest's plugin manager, which knows conftest modules by their paths.
    """
    for given in _given(args):
        top = Path(given).absolute()
        folder = top if top.is_dir() else top.parent
        # pytest looks into the folder, in folders below it that are called test…, and above it.
        for place in (folder, *folder.glob("test*"), *_above(folder)):
            for path in {place / CONFTEST, (place / CONFTEST).resolve()}:
                if path.exists() and manager.get_plugin(str(path)) is None:
                    manager.register(ModuleType("conftest"), str(path))


def _above(folder: Path) -> list[Path]:
    """Folders above it that hold no package of ours and are not where pytest was started."""
    ours = {Path(__file__).resolve().parents[2], Path.cwd()}
    above = []
    for parent in folder.parents:
        if parent in ours or parent.resolve() in ours:
            break
        above.append(parent)
    return above


def _given(args: Sequence[str]) -> list[str]:
    """The paths given as `--submission PATH` or `--submission=PATH`, also where pytest itself looks
    for arguments: in `PYTEST_ADDOPTS` and in the files behind a `@`."""
    args = [*_spelled_out([*shlex.split(os.environ.get("PYTEST_ADDOPTS", "")), *args])]
    apart = [after for option, after in zip(args, args[1:], strict=False) if option == OPTION]
    joined = [arg.partition("=")[2] for arg in args if arg.startswith(f"{OPTION}=")]
    return [path for path in (*apart, *joined) if path]


def _spelled_out(args: Sequence[str]) -> Iterator[str]:
    for arg in args:
        if not arg.startswith("@"):
            yield arg
            continue
        # A file that cannot be read is for pytest to tell.
        with contextlib.suppress(OSError, UnicodeDecodeError):
            yield from _spelled_out(Path(arg[1:]).read_text().splitlines())

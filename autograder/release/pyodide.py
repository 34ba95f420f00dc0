"""A folder with a release of Pyodide: whether it is whole, and what a site takes from it."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from autograder.release.errors import ReleaseError

LOCK = "pyodide-lock.json"
CORE = ("pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
STARTS = ("pyodide.js", "pyodide.mjs")  # either begins it
# What the kernel loads by itself, and what the exercises import.
PACKAGES = ("micropip", "ipython", "jedi", "comm", "sqlite3", "ssl", "numpy")


@dataclass(frozen=True)
class Pyodide:
    """A release of Pyodide that lies in a folder.

    Attributes:
        folder: where.
        version: of it.
        start: the file that begins it.
        files: names of its core and of the packages of its lock that are there.
    """

    folder: Path
    version: str
    start: str
    files: tuple[str, ...]

    @classmethod
    def found(cls, folder: Path) -> Self:
        """The release in a folder, or in `pyodide` within it, whose packages are as its lock says.

        Raises:
            ReleaseError: it is none, or something that the exercises need is missing or damaged.
        """
        if not (folder / LOCK).is_file() and (folder / "pyodide" / LOCK).is_file():
            folder = folder / "pyodide"  # as the archive of a release unpacks
        lock = _lock(folder)
        packages: Mapping[str, Mapping[str, Any]] = lock["packages"]
        start = next((name for name in STARTS if (folder / name).is_file()), STARTS[0])
        for name in (*CORE, start):
            _require(folder, name)
        needed = {packages[name]["file_name"] for name in _with_what_they_need(PACKAGES, packages)}
        kept = [start, *CORE, LOCK]
        for package in packages.values():
            name = package["file_name"]
            if name in needed or (folder / name).is_file():
                _require(folder, name, package["sha256"])
                kept.append(name)
        return cls(folder, str(lock["info"]["version"]), start, tuple(dict.fromkeys(kept)))

    def require_for(self, version: str) -> None:
        """Refuse it for a kernel that is made for another one.

        Raises:
            ReleaseError: the versions are not of one series.
        """
        if _series(self.version) != _series(version):
            message = (
                f"this is Pyodide {self.version}, and the kernel that is installed is made for "
                f"{version}; give a folder with Pyodide {_series(version)}"
            )
            raise ReleaseError(self.folder, None, message)

    def copy_to(self, folder: Path) -> None:
        """Copy it into a site."""
        folder.mkdir(parents=True)
        for name in self.files:
            shutil.copyfile(self.folder / name, folder / name)


def _lock(folder: Path) -> dict[str, Any]:
    try:
        lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
        if isinstance(lock["packages"], dict) and lock["info"]["version"]:
            return dict(lock)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    message = (
        f"no {LOCK} that can be read is here; give the unpacked folder of a release of Pyodide"
    )
    raise ReleaseError(folder, None, message)


def _require(folder: Path, name: str, sha256: str = "") -> None:
    path = folder / name
    if Path(name).name != name or not path.is_file():
        message = f"{name} is missing; the full release of Pyodide has it"
        raise ReleaseError(folder, None, message)
    if sha256 and hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise ReleaseError(path, None, f"this is not the file that {LOCK} names; get it again")


def _with_what_they_need(
    names: Iterable[str], packages: Mapping[str, Mapping[str, Any]]
) -> set[str]:
    """The packages and, through their `depends`, all that they need."""
    keys = {_plain(name): name for name in packages}
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = keys.get(_plain(waiting.pop()), "")
        if name and name not in found:
            found.add(name)
            waiting += packages[name].get("depends", [])
    return found


def _plain(name: str) -> str:
    """A package's name in the one spelling that all of its spellings share (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _series(version: str) -> str:
    """`0.27` of `0.27.7`; `314` of `314.0.7`, which are counted after Python's versions."""
    parts = version.split(".")
    return ".".join(parts[:2]) if parts[0] == "0" else parts[0]

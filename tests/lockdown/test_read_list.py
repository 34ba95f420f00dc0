"""The read list holds the standard library and numpy, and nothing that could be a solution."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.student.lockdown import LockdownError, probe, read_list, readlist

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the list is made from /proc/self/maps"
)
PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def paths() -> tuple[str, ...]:
    return read_list()


def readable(path: str | Path, paths: tuple[str, ...]) -> bool:
    real = os.path.realpath(path)
    return any(readlist._inside(real, os.path.realpath(listed)) for listed in paths)


def test_modules_and_numpy_are_on_it(paths: tuple[str, ...]) -> None:
    import json
    import statistics

    for module in (json, statistics, os, np, np.linalg):
        assert module.__file__ is not None
        assert readable(module.__file__, paths)


def test_every_library_that_numpy_uses_is_on_it(paths: tuple[str, ...]) -> None:
    maps = Path("/proc/self/maps").read_text().splitlines()
    mapped = {line.split(None, 5)[5] for line in maps if line.count("/") and ".so" in line}
    of_numpy = {path for path in mapped if "numpy" in path or "openblas" in path}
    assert of_numpy
    assert all(readable(path, paths) for path in of_numpy)


def test_nothing_else_is_on_it(paths: tuple[str, ...]) -> None:
    site_packages = Path(np.__file__).parents[1]
    below = (
        site_packages,
        site_packages / "pytest" / "__init__.py",
        PROJECT,
        PROJECT / "solutions",
    )
    system = ("/etc/passwd", "/etc", "/", "/usr", "/usr/lib", "/usr/bin", "/proc", "/tmp")
    python = (sys.prefix, sys.base_prefix, *Path(os.__file__).parent.glob("*-packages"))
    closed = [*map(str, (*below, Path.home(), *python)), *system]
    assert [path for path in closed if readable(path, paths)] == []


def test_it_is_tidy(paths: tuple[str, ...]) -> None:
    assert all(os.path.isabs(path) and os.path.exists(path) for path in paths)
    for first in paths:
        assert not any(first != second and readlist._inside(first, second) for second in paths)
    assert len(paths) < 600  # each costs every child a little


def test_what_must_stay_closed_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "solutions" / "a.py"
    secret.parent.mkdir()
    secret.touch()
    read_list(never=[str(secret)])
    link = tmp_path / "link"
    link.symlink_to(secret.parent)
    for opened in (tmp_path, secret.parent, secret, link):
        monkeypatch.setattr(readlist, "_SYSTEM", (str(opened), str(tmp_path / "absent")))
        with pytest.raises(LockdownError, match="must stay unreadable"):
            read_list(never=[str(secret)])
        assert set(read_list()).isdisjoint({str(tmp_path / "absent")})


def test_site_packages_below_the_library_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "site-packages", "dist-packages", "lib-dynload"):
        (tmp_path / name).mkdir()
    (tmp_path / "os.py").touch()
    monkeypatch.setattr(readlist, "_stdlib_folders", lambda: {str(tmp_path)})
    monkeypatch.setattr(sys, "path", [])
    found = {Path(path).name for path in readlist._standard_library()}
    assert found == {"json", "lib-dynload", "os.py"}


def test_a_library_without_site_packages_is_listed_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json").mkdir()
    archive = tmp_path / "python.zip"
    archive.touch()
    monkeypatch.setattr(readlist, "_stdlib_folders", lambda: {str(tmp_path)})
    monkeypatch.setattr(sys, "path", [str(archive), str(tmp_path / "absent.zip")])
    assert set(readlist._standard_library()) == {str(tmp_path), str(archive)}


def test_a_virtual_environment_leads_to_its_base() -> None:
    folders = readlist._stdlib_folders()
    assert os.path.dirname(os.__file__) in folders
    if sys.prefix != sys.base_prefix:
        assert not any(readlist._inside(folder, sys.prefix) for folder in folders)


def test_no_numpy_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(LockdownError, match="numpy is not installed"):
        read_list()


def test_an_interpreter_that_does_not_start_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for program in ("/nowhere/python", "/bin/false"):
        monkeypatch.setattr(sys, "executable", program)
        with pytest.raises(LockdownError, match="cannot be listed"):
            read_list()


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ((), ()),
        (("/a/b", "/a"), ("/a",)),
        (("/a-b", "/a", "/a/c", "/ab"), ("/a", "/a-b", "/ab")),
        (("/a", "/a", "/"), ("/",)),
    ],
)
def test_what_lies_below_another_path_is_dropped(
    paths: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert readlist._outermost(paths) == expected


@pytest.mark.skipif(bool(probe().missing), reason="no lock-down on this machine")
def test_too_few_open_files_are_said_with_what_to_do() -> None:
    code = (
        "import resource, os\n"
        "from autograder.student.lockdown.landlock import Rules\n"
        "from autograder.student.lockdown.readlist import read_list\n"
        "paths = read_list()\n"
        "few = len(paths) // 2 + 4\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (few, few))\n"
        "Rules(paths)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "LockdownError: only" in done.stderr
    assert "ulimit -n 1024" in done.stderr

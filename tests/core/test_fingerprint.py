"""One byte in any file that decides a result, and records do not hold any more."""

import shutil
from pathlib import Path

from autograder.fingerprint import FOLDERS, MODULES, PACKAGE, files, fingerprint

OWN = "assignments/weight_init"
DECIDING = [path for name in (*MODULES, *FOLDERS, OWN) for path in files(PACKAGE / name)]


def copied(folder: Path) -> Path:
    shutil.copytree(PACKAGE, folder / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    return folder / "autograder"


def test_every_file_that_decides_counts(tmp_path: Path) -> None:
    package = copied(tmp_path)
    before = fingerprint(package / OWN, package)
    assert before == fingerprint(PACKAGE / OWN)
    assert {path.suffix for path in DECIDING} >= {".py", ".toml"}
    for path in DECIDING:
        copy = package / path.relative_to(PACKAGE)
        data = copy.read_bytes()
        copy.write_bytes(data + b"\n")
        assert fingerprint(package / OWN, package) != before, path
        copy.write_bytes(data)
    assert fingerprint(package / OWN, package) == before


def test_a_new_file_and_another_name_count(tmp_path: Path) -> None:
    package = copied(tmp_path)
    before = fingerprint(package / OWN, package)
    (package / OWN / "checks" / "more.py").write_bytes(b"")
    more = fingerprint(package / OWN, package)
    (package / OWN / "checks" / "more.py").rename(package / OWN / "checks" / "other.py")
    assert len({before, more, fingerprint(package / OWN, package)}) == 3


def test_what_only_shows_does_not_count(tmp_path: Path) -> None:
    package = copied(tmp_path)
    before = fingerprint(package / OWN, package)
    for name in ("pages/feedback.py", "exports/canvas.py", "fronts/text.py"):
        (package / name).write_bytes(b"# another one")
    assert fingerprint(package / OWN, package) == before

"""What a grader leaves that could not tidy up is removed by the next; what others hold stays."""

import os
import sys
import time
from pathlib import Path

import pytest

from autograder.student.host import folders
from autograder.student.host.folders import PREFIX, OwnFolder, remove_left

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="warm parents are Linux's")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(folders.tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(place: Path, name: str, age: float = 3600.0) -> Path:
    folder = place / name
    (folder / "scratch-1").mkdir(parents=True)
    (folder / "scratch-1" / "file").write_text("x")
    moment = time.time() - age
    os.utime(folder, (moment, moment))
    return folder


def test_what_nobody_holds_is_removed(place: Path) -> None:
    dead = left(place, f"{PREFIX}dead")
    remove_left()
    assert not dead.exists()


def test_what_somebody_holds_stays_until_it_is_let_go(place: Path) -> None:
    own = OwnFolder()
    os.utime(own.path, (0.0, 0.0))
    remove_left()
    assert Path(own.path).parent == place
    assert Path(own.path).is_dir()
    own.remove()
    assert list(place.iterdir()) == []


def test_what_is_being_made_and_what_is_not_ours_stays(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    young = left(place, f"{PREFIX}young", age=0.0)
    other = left(place, "autograder-other")
    target = left(place, "target")
    (place / f"{PREFIX}link").symlink_to(target)
    (place / f"{PREFIX}file").write_text("x")
    remove_left()
    monkeypatch.setattr(folders, "YOUNG_SECONDS", -1.0)
    with monkeypatch.context() as patch:
        patch.setattr(folders.os, "geteuid", lambda: os.getuid() + 1)
        remove_left()
    assert young.is_dir()
    remove_left()
    assert not young.exists()
    assert other.is_dir()
    assert (target / "scratch-1").is_dir()
    assert (place / f"{PREFIX}file").exists()

"""The scratch folder, seen from the trusted side."""

import os
from pathlib import Path

import pytest

from autograder.student.lockdown import Scratch

pytestmark = pytest.mark.skipif(os.name != "posix", reason="made for the Linux lock-down")


def test_made_for_its_owner_and_removed(tmp_path: Path) -> None:
    with Scratch(str(tmp_path)) as scratch:
        folder = Path(scratch.path)
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o777 == 0o700
        assert scratch.empty()
        (folder / "a").write_text("x")
        assert not scratch.empty()
    assert list(tmp_path.iterdir()) == []
    scratch.remove()  # once more changes nothing


def test_too_many_bytes(tmp_path: Path) -> None:
    with Scratch(str(tmp_path), max_bytes=1 << 20) as scratch:
        folder = Path(scratch.path)
        (folder / "a").write_bytes(b"x" * (1 << 19))
        (folder / "b").write_bytes(b"x" * (1 << 19))
        assert scratch.excess() is None
        (folder / "c").write_bytes(b"x")
        assert scratch.excess() == "more than 1 MiB written"


def test_too_many_files(tmp_path: Path) -> None:
    with Scratch(str(tmp_path), max_files=3) as scratch:
        for name in "abc":
            (Path(scratch.path) / name).touch()
        assert scratch.excess() is None
        (Path(scratch.path) / "d").touch()
        assert scratch.excess() == "more than 3 files written"


def test_links_are_neither_followed_nor_removed_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"x" * 1000)
    with Scratch(str(tmp_path), max_bytes=500) as scratch:
        os.symlink(outside, Path(scratch.path) / "link")
        assert scratch.excess() is None
    assert outside.exists()


def test_a_folder_that_was_put_in_its_place_is_not_touched(tmp_path: Path) -> None:
    scratch = Scratch(str(tmp_path))
    Path(scratch.path).rename(tmp_path / "moved")
    Path(scratch.path).mkdir()
    (Path(scratch.path) / "precious").touch()
    with pytest.raises(OSError, match="not empty"):
        scratch.remove()
    assert (Path(scratch.path) / "precious").exists()

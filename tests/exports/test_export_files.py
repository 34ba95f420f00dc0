"""Files: whole or not there, and never outside their folder."""

import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.exports.folder_names import folder_names
from autograder.results.files import write_atomically
from tests.exports.conftest import HOSTILE


@given(st.sets(st.text() | st.sampled_from(HOSTILE), max_size=20))
def test_every_student_has_a_harmless_folder_of_their_own(students):
    names = folder_names(students)
    assert set(names) == students
    assert len({name.casefold() for name in names.values()}) == len(students)
    for name in names.values():
        assert name.isascii()
        assert not set(name) & set("/\\\0:\n")
        assert name[0] not in ".-~" and not name.endswith(".")
        assert len(name) <= 80


def test_plain_names_are_kept():
    plain = ["ann", "Bob_2", "s123456@uni.example", "a.b-c+d"]
    assert list(folder_names(plain).values()) == sorted(plain)


def test_a_made_up_name_never_takes_a_real_ones_place():
    made_up = folder_names(["../x"])["../x"]
    names = folder_names([made_up, "../x"])
    assert names[made_up] == made_up
    assert names["../x"] != made_up


def test_upper_and_lower_case_are_told_apart():
    names = folder_names(["Ann", "ann", "ANN"])
    assert len({name.casefold() for name in names.values()}) == 3


def test_a_name_does_not_depend_on_who_else_is_there():
    assert folder_names(["../x"])["../x"] == folder_names(["../x", "ann", "a/b"])["../x"]


def test_names_for_devices_are_replaced():
    assert not {"CON", "nul.txt"} & set(folder_names(["CON", "nul.txt"]).values())


def test_a_file_is_replaced_in_one_step(tmp_path):
    place = tmp_path / "new" / "file"
    write_atomically(place, b"one")
    write_atomically(place, b"two")
    assert place.read_bytes() == b"two"
    assert os.listdir(place.parent) == ["file"]


def test_the_mode_is_kept(tmp_path):
    write_atomically(tmp_path / "secret", b"", mode=0o600)
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_a_failure_leaves_what_was_there(tmp_path, monkeypatch):
    place = tmp_path / "file"
    write_atomically(place, b"old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(place, b"new")
    assert place.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


def test_a_link_is_replaced_and_not_followed(tmp_path):
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    (tmp_path / "file").symlink_to(target)
    write_atomically(tmp_path / "file", b"new")
    assert target.read_bytes() == b"mine"


def test_what_is_no_file_stays_what_it_is(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="no file"):
        write_atomically(tmp_path / "pipe", b"new")
    assert (tmp_path / "pipe").is_fifo()
    assert os.listdir(tmp_path) == ["pipe"]

"""What lies in a student's folder of a course is read, whatever it is, and nobody waits for it."""

import json
import os
from pathlib import Path

import pytest

from autograder.nbgrader.course_folders import STAMP, can_be_a_folder, timestamp
from autograder.nbgrader.handed_in_cells import pieces


@pytest.mark.parametrize(
    ("text", "when"),
    [("2026-03-02 10:00:00 UTC\n", "2026-03-02T10:00:00"), ("no time", ""), ("", "")],
)
def test_a_stamp_says_when(text: str, when: str, tmp_path: Path) -> None:
    assert timestamp(tmp_path) is None
    (tmp_path / STAMP).write_text(text)
    found = timestamp(tmp_path)
    assert (found.isoformat() if found else "") == when


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_nobody_waits_for_a_stamp_that_is_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / STAMP)
    assert timestamp(tmp_path) is None


def test_a_name_that_leads_elsewhere_is_no_folders() -> None:
    assert can_be_a_folder("Doe, Jane (s100)")
    assert not any(map(can_be_a_folder, ("", ".", "..", "a/b", "a\0b")))


def test_people_see_the_cells_that_are_graded_in_whatever_encoding() -> None:
    cells = [{"cell_type": "code", "source": ["x = 1\n", "y = 2"]}, "odd", {"cell_type": "code"}]
    text = json.dumps({"cells": cells, "nbformat": 4})
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        found = pieces("backprop.ipynb", text.encode(encoding))
        assert [piece.text for piece in found] == ["x = 1\ny = 2"], encoding

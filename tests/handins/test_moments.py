"""When somebody handed in, and how often, as names, lists and stamps say it."""

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from autograder.handins.finding import find, read
from autograder.handins.moments import Moment, iso
from tests.batch.classes import ASSIGNMENT, put
from tests.handins.test_learning_systems import GRADESCOPE, SYSTEMS, packed, work

HISTORY = GRADESCOPE.replace(
    b"submission_12:\n",
    b"  :history:\n  - :created_at: 2026-11-01 09:00:00 Z\n    :score: 3.0\n"
    b"submission_12:\n  :created_at: 2026-11-04 08:00:00.5 +01:00\n",
)


def moments(path: Path) -> dict[str, Moment]:
    places = find(path, ASSIGNMENT).places
    return {place.student: read(place, ASSIGNMENT).moment for place in places}


def of(system: str, folder: Path) -> dict[str, tuple[str, int]]:
    (folder / "class.zip").write_bytes(packed(SYSTEMS[system][0]))
    found = moments(folder / "class.zip")
    return {student: (one.when, one.attempts) for student, one in found.items()}


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("Blackboard", {"j_doe": ("2026-11-03T14:22:05", 2), "epoe": ("2026-11-02T14:22:05", 1)}),
        (
            "Brightspace",
            {
                "12-67 - Jane Doe": ("2026-11-03T14:22", 3),
                "13-67 - Ed-Al Poe": ("2026-11-01T00:01", 1),
            },
        ),
        ("Canvas", {"doejane_4712": ("", 1), "poeed_4713": ("", 1)}),
        ("Canvas, handed in again", {"doejane_4712": ("", 9)}),
        ("Moodle 3", {"Jane Doe_71": ("", 0), "Ed_72": ("", 0)}),
        ("Sakai, one", {"Doe, Jane(jd12)": ("", 0)}),
        ("ILIAS", {"Doe_Jane_jdoe_123": ("2026-11-03T14:22:05", 0), "Poe_Ed_epoe_124": ("", 0)}),
    ],
)
def test_what_the_names_say(
    system: str, expected: dict[str, tuple[str, int]], tmp_path: Path
) -> None:
    assert of(system, tmp_path) == expected


def test_gradescopes_list_says_when_and_how_often(tmp_path: Path) -> None:
    files = SYSTEMS["Gradescope"][0] | {"assignment_1_export/submission_metadata.yml": HISTORY}
    found = moments(put(tmp_path / "class", files))
    jane, ed = found["Jane Doe (0071)"], found["Ed Poe (ed@x.org), Al Roe (73)"]
    assert (jane.when, jane.attempts) == ("2026-11-03T14:22:05+00:00", 2)
    assert (ed.when, ed.attempts) == ("2026-11-04T08:00:00+01:00", 0)


def test_a_stamp_beside_the_files_is_read(tmp_path: Path) -> None:
    stamp = {"ann/timestamp.txt": b"2026-11-03 14:22:05.123456 Europe/Berlin\n"}
    found = moments(put(tmp_path / "class", work("ann/", "new") | work("ed/", "new") | stamp))
    assert found["ann"].when == "2026-11-03T14:22:05+01:00"
    assert found["ed"].when == ""


@pytest.mark.parametrize(
    "place", ["ann/mine/", "Ann_71_assignsubmission_file/", "ann_4712_80010_", "ann/hw.zip/"]
)
def test_a_stamp_of_ones_own_says_nothing(place: str, tmp_path: Path) -> None:
    stamp = {f"{place}timestamp.txt": b"2026-11-03 14:22:05"}
    found = moments(put(tmp_path / "class", work(place, "new") | work("ed/", "new") | stamp))
    assert {moment.when for moment in found.values()} == {""}


def test_files_have_times_of_their_own_kept_apart(tmp_path: Path) -> None:
    folder = put(tmp_path / "class", work("ann/", "new") | work("ed/", "new"))
    for path in folder.rglob("*.py"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    os.utime(folder / "ann" / "backprop.py", (1_800_000_000, 1_800_000_000))
    found = moments(folder)
    assert found["ann"] == Moment(files="2027-01-15T08:00:00+00:00")
    assert found["ed"] == Moment(files="2023-11-14T22:13:20+00:00")


def test_an_archive_knows_the_wall_clock_of_whoever_packed_it(tmp_path: Path) -> None:
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as made:
        for (name, data), day in zip(work("ann/", "new").items(), (3, 5, 0), strict=True):
            made.writestr(zipfile.ZipInfo(name, (2026, 11, max(day, 1), 14, 22, 6)), data)
    assert moments(path)["ann"].files == "2026-11-05T14:22:06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-03 14:22:05.123 UTC", "2026-11-03T14:22:05+00:00"),
        ("2026-11-03T14:22:05Z", "2026-11-03T14:22:05+00:00"),
        ("2026-11-03 14:22 +0530", "2026-11-03T14:22:00+05:30"),
        ("2026-07-03 14:22:05 America/Los_Angeles\n", "2026-07-03T14:22:05-07:00"),
        ("2026-11-03 14:22:05", "2026-11-03T14:22:05"),
        ("20261103142205123\n", "2026-11-03T14:22:05"),
        ("20261399142205", ""),
        ("2026-02-30 14:22:05", ""),
        ("2026-11-03 14:22:05 Mars/Olympus", ""),
        ("2026-11-03 14:22:05 ../../etc/passwd", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_moments_are_read_as_systems_write_them(text: str, expected: str) -> None:
    assert iso(text) == expected


def test_a_tar_says_it_in_utc(tmp_path: Path) -> None:
    path = tmp_path / "class.tar"
    with tarfile.open(path, "w") as made:
        for name, data in work("ann/", "new").items():
            member = tarfile.TarInfo(name)
            member.size, member.mtime = len(data), 1_800_000_000
            made.addfile(member, io.BytesIO(data))
    assert moments(path)["ann"].files == "2027-01-15T08:00:00+00:00"

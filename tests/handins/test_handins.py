"""Every layout of hand-ins is read, and nothing that is not a file of the student's."""

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from autograder.handins.finding import PlaceContent, find, read
from autograder.handins.submission import UnusablePath
from autograder.notes import texts
from tests.batch.classes import ASSIGNMENT, notebook, put

FILES = {"backprop.py": b"B", "initializers.py": b"I"}


def zipped(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def below(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in files.items()}


def read_all(path: Path) -> dict[str, PlaceContent]:
    return {place.student: read(place, ASSIGNMENT) for place in find(path, ASSIGNMENT).places}


def contents(path: Path) -> dict[str, dict[str, bytes]]:
    return {
        student: {file.name: file.data for file in handed_in.submission.files}
        for student, handed_in in read_all(path).items()
    }


def test_one_submission_is_a_class_of_one(tmp_path: Path) -> None:
    folder = put(tmp_path / "ann", FILES)
    assert contents(folder) == {"ann": FILES}
    assert contents(put(tmp_path / "ben", below("weight_init", FILES))).keys() == {"ben"}
    assert contents(folder / "backprop.py") == {"backprop": {"backprop.py": b"B"}}
    (tmp_path / "cem.zip").write_bytes(zipped(FILES))
    assert contents(tmp_path / "cem.zip") == {"cem": FILES}


def test_of_several_copies_all_are_read_and_the_best_will_count(tmp_path: Path) -> None:
    files = {"backprop.py": b"0", "backprop-2.py": b"2", "backprop (10).py": b"10"}
    named = {
        "backprop.py": b"B",
        " backprop.py": b"x",
        "Backprop.py": b"y",
        "old_backprop.py": b"z",
    }
    found = {name: b"def sigmoid(a): return " + data for name, data in files.items()}
    put(tmp_path / "class" / "ann", found)
    put(tmp_path / "class" / "ben", {n: b"def sigmoid(a): return " + d for n, d in named.items()})
    handed_in = contents(tmp_path / "class")
    assert list(handed_in["ann"]) == ["backprop.py", "backprop (10).py", "backprop-2.py"]
    assert next(iter(handed_in["ben"].values())).endswith(b"B")
    assert len(handed_in["ben"]) == 4


def test_both_forms_and_both_places_are_kept(tmp_path: Path) -> None:
    code = b"def sigmoid(a): return "
    files = {"backprop.py": code + b"1", "weight_init/backprop.py": code + b"3"}
    files["backprop.ipynb"] = notebook(code + b"2")
    assert contents(put(tmp_path / "ann", files)) == {"ann": files}


def test_a_file_in_a_deeper_folder_is_found_with_a_note(tmp_path: Path) -> None:
    put(tmp_path / "class", {"ann/my work/backprop.py": b"B"})
    handed_in = read_all(tmp_path / "class")["ann"].submission
    assert [file.name for file in handed_in.files] == ["backprop.py"]
    assert texts(handed_in.notes) == ["my work/backprop.py was taken as backprop.py"]


def test_of_versions_in_folders_all_are_read_and_the_best_will_count(tmp_path: Path) -> None:
    versions = {"old/backprop.py": b"1", "a new one/backprop.py": b"2", "x/y/backprop.py": b"3"}
    files = {name: b"def sigmoid(a): return " + data for name, data in versions.items()}
    folder = put(tmp_path / "class" / "ann", files)
    for age, name in enumerate(versions):
        os.utime(folder / name, (1e9 + age, 1e9 + age))
    handed_in = read_all(tmp_path / "class")["ann"].submission
    assert [file.data[-1:] for file in handed_in.files] == [b"2", b"1", b"3"]
    names = ["backprop.py", "old/backprop.py", "x/y/backprop.py"]
    assert [file.name for file in handed_in.files] == names
    assert texts(handed_in.notes) == ["a new one/backprop.py was taken as backprop.py"]


def test_a_results_folder_among_the_hand_ins_is_nobodys(tmp_path: Path) -> None:
    put(tmp_path / "class", below("ann", FILES) | {"results/results.jsonl": b""})
    found = find(tmp_path / "class", ASSIGNMENT, tmp_path / "class" / "results")
    assert [place.student for place in found.places] == ["ann"]
    assert found.strays == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_links_pipes_and_folders_are_left_out(tmp_path: Path) -> None:
    secret = put(tmp_path / "outside", {"backprop.py": b"secret"})
    folder = put(tmp_path / "class" / "ann", {"diagnostics.py/x": b""})
    (folder / "backprop.py").symlink_to(secret / "backprop.py")
    os.mkfifo(folder / "initializers.py")
    (tmp_path / "class" / "ben").symlink_to(secret)
    for student, handed_in in read_all(tmp_path / "class").items():
        assert handed_in.submission.files == (), student
        assert handed_in.left_out
        assert "symbolic link" in " ".join(texts(handed_in.submission.notes))


def test_ways_out_of_a_zip_lead_nowhere(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("diagnostics.py")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    path = tmp_path / "ann.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("../backprop.py", "/backprop.py", "a/../../backprop.py", "C:/backprop.py"):
            archive.writestr(name, b"out")
        archive.writestr(link, "/etc/passwd")
    handed_in = read_all(path)["ann"]
    assert handed_in.submission.files == ()
    assert handed_in.left_out
    outside = "backprop.py was left out: it is named to lie outside of the archive"
    assert outside in texts(handed_in.submission.notes)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = zipped({"backprop.py": b"#" * 50_000_000, "initializers.py": b"I"})
    handed_in = read_all(put(tmp_path / "class", {"ann.zip": bomb}))["ann"]
    assert [file.name for file in handed_in.submission.files] == ["initializers.py"]
    assert "unpacks to far more than it is" in " ".join(texts(handed_in.submission.notes))


def test_a_zip_with_too_many_names_is_not_listed(tmp_path: Path) -> None:
    many = zipped({f"{number:060d}": b"" for number in range(25_000)})
    handed_in = read_all(put(tmp_path / "class", {"ann.zip": many}))["ann"]
    assert handed_in.left_out
    assert "it lists too many files" in " ".join(texts(handed_in.submission.notes))


def test_nothing_to_grade_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "readme.txt").write_text("x")
    for name in ("missing", "empty", "readme.txt"):
        with pytest.raises(UnusablePath, match=name):
            find(tmp_path / name, ASSIGNMENT)


def test_a_broken_zip_has_a_place_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "ann.zip").write_bytes(zipped(FILES)[:50])
    handed_in = read_all(tmp_path / "ann.zip")["ann"]
    assert handed_in.left_out
    assert "not an archive that can be read" in texts(handed_in.submission.notes)[0]

"""Archives and files that are made to be a burden cost a clause, and nothing else."""

import io
import os
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from autograder.handins import archives, tree
from autograder.handins.archives import in_class_archive
from autograder.handins.finding import Place, find, read
from autograder.handins.searching import MAX_OPENED, Search, search
from autograder.handins.submission import UnreadableEntry, UnusablePath
from autograder.handins.tree import TreeEntry, read_file
from autograder.notes import texts
from tests.batch.classes import ASSIGNMENT


def archive(name: str = "backprop.py", data: bytes = b"x" * 3000, **how: int) -> bytearray:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", **how) as made:
        made.writestr(name, data)
    return bytearray(file.getvalue())


def in_archive(data: bytes) -> list[TreeEntry]:
    return archives.in_archive(TreeEntry("hw.zip", lambda most: data))


def unpacked(data: bytes, most: int = 10_000) -> bytes:
    (entry,) = in_archive(data)
    assert entry.read is not None
    return entry.read(most)


def encrypted() -> bytes:
    data = archive()
    data[6] |= 1
    data[data.rindex(b"PK\1\2") + 8] |= 1
    return data


def damaged() -> bytes:
    data = archive(compression=zipfile.ZIP_DEFLATED)
    data[45:50] = b"\xff" * 5
    return data


def claims_less_than_it_holds() -> bytes:
    data = archive(data=bytes(2_000_000), compression=zipfile.ZIP_DEFLATED)
    size = data.rindex(b"PK\1\2") + 24
    data[size : size + 4] = struct.pack("<I", 100)
    return data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (encrypted(), "it is encrypted"),
        (damaged(), "it is damaged"),
        (archive(compression=zipfile.ZIP_LZMA), "it is compressed in an unusual way"),
        (archive(data=bytes(3_000_000), compression=zipfile.ZIP_DEFLATED), "it unpacks to far"),
        (archive(data=bytes(20_000)), "it has more than 10,000 bytes"),
        (claims_less_than_it_holds(), "it "),
    ],
    ids=["encrypted", "damaged", "unusual", "bomb", "large", "lying"],
)
def test_an_entry_that_cannot_be_unpacked(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableEntry, match=why):
        unpacked(data)


@pytest.mark.parametrize("data", [b"", b"PK\5\6", b"PK" * 5000, bytes(archive())[:-5]])
def test_what_is_no_archive(data: bytes) -> None:
    with pytest.raises(UnreadableEntry, match="it cannot be read as a zip archive"):
        in_archive(data)


def test_an_entry_without_a_name_costs_only_itself(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("@other.py", b"B")
        made.writestr("backprop.py", b"B")
    data = file.getvalue().replace(b"@", b"\0")
    (tmp_path / "class.zip").write_bytes(data)
    for entries in (in_archive(data), in_class_archive(tmp_path / "class.zip")):
        assert [entry.name for entry in entries] == ["backprop.py"]


def test_an_archive_of_gigabytes_is_not_looked_into() -> None:
    data = archive()
    end = data.rindex(b"PK\5\6")
    locator = b"PK\6\7" + bytes(16)
    with pytest.raises(UnreadableEntry, match="it lists too many files"):
        in_archive(data[:end] + locator + data[end:])


def test_a_folder_of_an_archive_may_be_listed_by_itself() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("work/", b"")
        made.writestr("work/backprop.py", b"B")
        made.writestr(".git/backprop.py", b"H")
    searched = search(
        [lambda: in_archive(file.getvalue())], "hw", lambda name: name.endswith(".py")
    )
    assert [found.path for found in searched.found] == ["work/backprop.py"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_file_that_turned_into_something_else_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "large").write_bytes(bytes(20))
    for name, why in (
        ("pipe", "no"),
        ("link", "cannot be"),
        ("gone", "cannot be"),
        ("large", "10"),
    ):
        with pytest.raises(UnreadableEntry, match=why):
            read_file(str(tmp_path / name), 10)


def closed() -> list[TreeEntry]:
    raise PermissionError(13, "Permission denied")


def test_of_files_that_are_too_large_to_be_taken_whole_few_are_looked_through() -> None:
    looked = []
    large = [
        TreeEntry(f"{n}.ipynb", lambda most, n=n: looked.append(n) or b"", size=tree.MAX_FILE + 1)
        for n in range(10)
    ]
    allowance = tree.Allowance()
    for entry in large[: tree.MAX_LARGE_FILES]:
        assert allowance.read(entry) == b""
    for entry in large[tree.MAX_LARGE_FILES :]:
        with pytest.raises(UnreadableEntry, match="more than"):
            allowance.read(entry)
    assert len(looked) == tree.MAX_LARGE_FILES


def test_what_is_read_in_vain_counts_as_well() -> None:
    def damaged(most: int) -> bytes:
        raise UnreadableEntry("it is damaged")

    allowance = tree.Allowance(left=100)
    with pytest.raises(UnreadableEntry, match="damaged"):
        allowance.read(TreeEntry("a.py", damaged, size=60))
    assert allowance.read(TreeEntry("b.py", bytes, size=40)) == bytes(40)
    assert allowance.left == 0


def test_sizes_are_known_wherever_files_lie(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"123")
    packed, taped = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(tmp_path / "a.py", "a.py")
    with tarfile.open(fileobj=taped, mode="w") as tape:
        tape.add(tmp_path / "a.py", "a.py")
    for entries in (
        tree.on_disk(tmp_path),
        archives.in_archive(TreeEntry("hw.zip", lambda most: packed.getvalue())),
        archives.in_archive(TreeEntry("hw.tar", lambda most: taped.getvalue())),
    ):
        assert [entry.size for entry in entries] == [3]


def test_a_closed_folder_is_noted() -> None:
    handed_in = read(Place("ann", [closed]), ASSIGNMENT)
    assert handed_in.left_out
    assert "the folder was left out: it cannot be read (Permission denied)" in (
        texts(handed_in.submission.notes)
    )
    inner = [TreeEntry("closed", entries=closed), TreeEntry("backprop.py", lambda most: b"B")]
    assert [file.name for file in read(Place("ann", [lambda: inner]), ASSIGNMENT).submission.files]


def test_a_closed_folder_among_others_hides_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for student in ("ann", "ben"):
        (tmp_path / student).mkdir()
        (tmp_path / student / "backprop.py").write_text("x = 1\n")
    scandir = os.scandir

    def refuse(folder: str) -> object:
        if str(folder).endswith("ann"):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(tree.os, "scandir", refuse)
    found = find(tmp_path, ASSIGNMENT)
    assert [place.student for place in found.places] == ["ann", "ben"]
    assert read(found.places[0], ASSIGNMENT).left_out
    with pytest.raises(UnusablePath, match="cannot be read: Permission denied"):
        find(tmp_path / "ann", ASSIGNMENT)


def test_more_files_than_anybody_has_are_not_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("autograder.handins.searching.MAX_LISTED", 1_000)
    many = [TreeEntry(f"{number}.txt", lambda most: b"") for number in range(1_005)]
    handed_in = read(Place("ann", [lambda: many]), ASSIGNMENT)
    assert "more than 1,000 files: the rest was not looked at" in texts(handed_in.submission.notes)


def test_names_without_a_mark_are_utf_8_or_what_they_are() -> None:
    for name, encoded in (("Zoë", "Zoe\u0308".encode()), ("Zoë", "Zoë".encode("cp437"))):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as made:
            made.writestr("x" * len(encoded) + "/backprop.py", b"B")
        data = file.getvalue().replace(b"x" * len(encoded), encoded)
        assert [entry.name for entry in in_archive(data)] == [name]


def test_archives_within_archives_have_as_many_bytes_together_as_one() -> None:
    data = bytes(archive())
    entry = TreeEntry("in.zip", lambda most: data[:most], size=len(data))
    found = Search(left=len(data) + 10)
    assert found.within_another(entry)
    with pytest.raises(UnreadableEntry):
        found.within_another(entry)
    assert found.left == 0


def test_of_many_archives_the_first_are_opened() -> None:
    opened = []
    many = [
        TreeEntry(f"{n:02}.zip", lambda most, n=n: opened.append(n) or b"")
        for n in range(MAX_OPENED + 5)
    ]
    found = search([lambda: many], "weight_init", lambda name: False)
    assert len(opened) == MAX_OPENED
    assert [(name, why) for name, why in found.left_out if "archives" in why] == [
        (f"{MAX_OPENED}.zip", "more than 12 archives: this and the rest were not opened")
    ]

"""Tar archives, plain and compressed, are read as zip archives are; hostile ones are harmless."""

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.handins import archives, tarballs
from autograder.handins.finding import find, one, read
from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import TreeEntry
from tests.batch.classes import ASSIGNMENT, right

WORK = right()["backprop.py"]


def tar(files: dict[str, bytes], *more: tarfile.TarInfo, form: int = tarfile.PAX_FORMAT) -> bytes:
    """An uncompressed archive of these files, and members without content."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        for member in more:
            archive.addfile(member)
    return buffer.getvalue()


def in_archive(data: bytes) -> list[TreeEntry]:
    return archives.in_archive(TreeEntry("hw.tar", lambda most: data))


def member(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


PACKED_BY = {"r": bytes, "z": gzip.compress, "2": bz2.compress, "x": lzma.compress}


@pytest.mark.parametrize(
    "name",
    ["ann.tar", "ann.tar.gz", "ann.tgz", "Ann.TAR.GZ", "ann.tar.bz2", "ann.tbz2", "ann.tar.xz"],
)
def test_one_persons_archive(name: str, tmp_path: Path) -> None:
    data = tar({"backprop.py": WORK, "more/notes.txt": b"x"})
    pack = PACKED_BY["x" if name.endswith("xz") else name.lower()[-1]]
    (tmp_path / name).write_bytes(pack(data))
    submission = one(tmp_path / name, ASSIGNMENT)
    assert submission.student.lower() == "ann"
    assert [file.data for file in submission.files] == [WORK]


@pytest.mark.parametrize(
    ("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)]
)
def test_one_compressed_file(ending: str, pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    half = len(WORK) // 2
    data = pack(WORK[:half]) + pack(WORK[half:])  # as tools that use all processors do it
    (tmp_path / f"backprop.py.{ending}").write_bytes(data)
    assert [file.data for file in one(tmp_path, ASSIGNMENT).files] == [WORK]
    (tmp_path / f"backprop.py.{ending}").write_bytes(data[:-20])
    assert "cannot be read as a tar archive" in one(tmp_path, ASSIGNMENT).notes[0].text


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_what_unpacks_to_far_more_is_refused(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(UnreadableEntry, match="far more than it is"):
        in_archive(pack(bytes(3 * 1024 * 1024)))


def test_xz_that_asks_for_gigabytes_is_refused() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 100 * 1024 * 1024, "mode": lzma.MODE_FAST}]
    data = lzma.compress(tar({"backprop.py": WORK}), filters=filters)
    with pytest.raises(UnreadableEntry, match="cannot be read"):
        in_archive(data)


def test_a_class_in_an_archive_and_archives_in_a_class(tmp_path: Path) -> None:
    whole = gzip.compress(tar({"ann/backprop.py": WORK, "bob/backprop.py": WORK + b"#"}))
    (tmp_path / "class.tar.gz").write_bytes(whole)
    assert [p.student for p in find(tmp_path / "class.tar.gz", ASSIGNMENT).places] == ["ann", "bob"]
    folder = tmp_path / "submitted"
    (folder / "cleo").mkdir(parents=True)
    (folder / "ann.tar.gz").write_bytes(gzip.compress(tar({"backprop.py": WORK})))
    (folder / "bob.tar").write_bytes(tar({"backprop.py": WORK}))
    (folder / "cleo" / "hw.tgz").write_bytes(gzip.compress(tar({"backprop.py": WORK})))
    places = find(folder, ASSIGNMENT).places
    assert [place.student for place in places] == ["ann", "bob", "cleo"]
    for place in places:
        assert [f.data for f in read(place, ASSIGNMENT).submission.files] == [WORK], place.student


def test_what_is_no_plain_file_is_named_and_not_followed() -> None:
    data = tar(
        {"../backprop.py": WORK},
        member("a.py", tarfile.SYMTYPE, "/etc/passwd"),
        member("b.py", tarfile.LNKTYPE, "../backprop.py"),
        member("c.py", tarfile.FIFOTYPE),
        member("d", tarfile.DIRTYPE),
    )
    odd = {entry.name: entry.odd for entry in in_archive(data)}
    assert odd == {
        "backprop.py": "named to lie outside of the archive",
        "a.py": "a symbolic link",
        "b.py": "not a regular file",
        "c.py": "not a regular file",
        "d": "",
    }


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (gzip.compress(bytes(3_000_000)), "it unpacks to far more than it is"),
        (gzip.compress(b"no archive at all, " * 50), "it cannot be read as a tar archive"),
        (gzip.compress(tar({"backprop.py": WORK}))[:-200], "it cannot be read as a tar archive"),
        (tar({"backprop.py": WORK})[:700], "it cannot be read as a tar archive"),
    ],
    ids=["bomb", "something else", "cut compressed", "cut"],
)
def test_what_cannot_be_read_says_so(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableEntry, match=why):
        in_archive(data)


def test_more_members_than_anybody_hands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tarballs, "MAX_MEMBERS", 3)
    with pytest.raises(UnreadableEntry, match="it lists too many files"):
        in_archive(tar({f"{number}.py": b"" for number in range(5)}))


def test_sizes_lead_forward() -> None:
    with pytest.raises(tarfile.InvalidHeaderError):
        tarballs._Header()._block(-1)


@pytest.mark.parametrize("limit", ["MAX_TOLD_OF_ONE", "MAX_TOLD"])
@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_headers_that_tell_of_others_are_short(
    form: int, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BytesIO(tar({f"{letter * 200}.py": b"" for letter in "ab"}, form=form))
    assert len(tarballs.tar_entries(data, 20_000)) == 2
    monkeypatch.setattr(tarballs, limit, 300 if limit == "MAX_TOLD" else 150)
    with pytest.raises(UnreadableEntry, match="its headers are too long"):
        tarballs.tar_entries(data, 20_000)


@pytest.mark.parametrize("version", ["1.0", "old"])
def test_no_map_of_a_sparse_file_is_read(version: str) -> None:
    archive = tarballs._Archive(fileobj=io.BytesIO(tar({})), tarinfo=tarballs._Header)
    header = tarballs._Header("a.py")
    header.type = tarfile.GNUTYPE_SPARSE
    with pytest.raises(UnreadableEntry, match="sparse"):
        if version == "old":
            header._proc_member(archive)
        else:
            header._proc_gnusparse_10()


def test_long_names_are_names() -> None:
    name = "/".join(["folder" * 5] * 8 + ["backprop.py"])
    for form in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
            info = tarfile.TarInfo(name)
            archive.addfile(info, io.BytesIO())
        entries = in_archive(buffer.getvalue())
        for _ in range(8):
            assert entries[0].entries is not None
            entries = entries[0].entries()
        assert [entry.name for entry in entries] == ["backprop.py"]

"""What is in an archive, as a tree like that of a folder on disk.

Nothing that an archive says of itself, such as its sizes, is trusted. Zip archives are read here,
tar archives and single compressed files in `tarballs.py`, saved mails in `mails.py`.
"""

import calendar
import contextlib
import io
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import IO

from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import TreeEntry, bounded, read_file

TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz")
SINGLE = (".gz", ".bz2", ".xz")  # of one file, whose name stands before it
MAILS = (".eml", ".mbox")
ARCHIVES = (".zip", *TARS, *SINGLE, *MAILS)
MAX_ARCHIVE = 50 * 1024 * 1024  # bytes of an archive that a student hands in
MAX_DIRECTORY = 2 * 1024 * 1024  # bytes of such an archive's table of contents, about 20,000 files
MAX_UNPACKED = 256 * 1024 * 1024  # bytes of a whole archive, where it is compressed as a whole
MAX_RATIO = 200  # of unpacked to packed size; notebooks stay below 50
# Characters of one name, as on disk: an archive has room for 65,535 of them, and a name is searched
# for what learning systems put into names, which takes as long as the square of its length.
MAX_NAME = 255
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")  # gzip, bzip2, xz
_BOMB_FROM = 1024 * 1024  # bytes from which the ratio matters
_END_RECORD = struct.Struct("<4s4H2LH")  # end of central directory, PKWARE's APPNOTE 4.3.16


def archive_ending(name: str) -> str:
    """The ending of an archive that is opened here, as the name writes it, or nothing."""
    known = next((ending for ending in ARCHIVES if name.lower().endswith(ending)), "")
    return name[len(name) - len(known) :]


def without_ending(name: str) -> str:
    """A file's name without its ending, `.tar.gz` for one that is compressed."""
    return name.removesuffix(archive_ending(name) or Path(name).suffix)


def in_class_archive(path: Path) -> list[TreeEntry]:
    """What is in an archive that the instructor gave.

    Raises:
        UnreadableEntry: it is no archive.
    """
    try:
        if archive_ending(path.name).lower() in TARS:
            with open(path, "rb") as file:
                return _tar_tree(file, MAX_RATIO * path.stat().st_size + _BOMB_FROM)
        if archive_ending(path.name).lower() in (*SINGLE, *MAILS):
            return in_archive(TreeEntry(path.name, partial(read_file, str(path.resolve()))))
        return _zip_tree(zipfile.ZipFile(path))
    except UnreadableEntry:
        raise
    except Exception as error:  # zipfile raises many kinds on archives that are damaged
        raise UnreadableEntry(f"{error}") from error


def in_archive(entry: TreeEntry, most: int = MAX_ARCHIVE) -> list[TreeEntry]:
    """What is in an archive that a student handed in, whatever it is called.

    Args:
        most: bytes that it may have, packed.

    Raises:
        UnreadableEntry: it is no archive, or one made to be a burden.
    """
    assert entry.read is not None
    data = entry.read(most)
    ending = archive_ending(entry.name).lower()
    if data.startswith(_COMPRESSED) or data[257:262] == b"ustar":
        most = min(MAX_RATIO * len(data) + _BOMB_FROM, MAX_UNPACKED)
        single = Path(entry.name).stem if ending in SINGLE else ""
        return _tar_tree(io.BytesIO(data), most, single)
    if ending in MAILS:
        from autograder.handins.mails import mail_entries, mbox_entries

        return _tree((mbox_entries if ending == ".mbox" else mail_entries)(data))
    if _directory_size(data) > MAX_DIRECTORY:
        raise UnreadableEntry("it lists too many files")
    try:
        return _zip_tree(zipfile.ZipFile(io.BytesIO(data)))
    except Exception as error:  # zipfile raises many kinds on archives made by hand
        raise UnreadableEntry("it cannot be read as a zip archive") from error


@dataclass
class _Branch:
    """A folder of an archive while its tree is put together."""

    folders: "dict[str, _Branch]" = field(default_factory=dict)
    files: dict[str, TreeEntry] = field(default_factory=dict)

    def entries(self) -> list[TreeEntry]:
        below = [TreeEntry(name, entries=branch.entries) for name, branch in self.folders.items()]
        files = [entry for name, entry in self.files.items() if name not in self.folders]
        return sorted([*below, *files], key=lambda entry: entry.name)


def _tree(found: Iterable[tuple[str, TreeEntry | None]]) -> list[TreeEntry]:
    """The tree of what an archive lists: (name with its folders, the entry; None for a folder).

    What points out of the archive is told to be odd.
    """
    root = _Branch()
    for name, entry in found:
        parts = _parts(name)
        if not parts:
            last = name.replace("\\", "/").rpartition("/")[2]
            if last not in ("", ".", ".."):
                long = f"named with more than {MAX_NAME} characters, or in a folder that is"
                why = long if _is_long(name) else "named to lie outside of the archive"
                root.files.setdefault(last[:MAX_NAME], TreeEntry(last[:MAX_NAME], odd=why))
            continue
        branch = root
        for part in parts if entry is None else parts[:-1]:
            branch = branch.folders.setdefault(part, _Branch())
        if entry is not None:  # of two with one name the later counts, as when it is unpacked
            branch.files[parts[-1]] = replace(entry, name=parts[-1])
    return root.entries()


def _parts(name: str) -> list[str]:
    """The folders and the name of an entry; nothing for one that points out of the archive."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith("/") or ".." in parts or ":" in parts[0] or len(parts) > 20:
        return []
    if _is_long(name):
        return []
    return [part for part in parts if part not in ("", ".")]


def _is_long(name: str) -> bool:
    return any(len(part) > MAX_NAME for part in name.replace("\\", "/").split("/"))


def _tar_tree(file: IO[bytes], most: int, single: str = "") -> list[TreeEntry]:
    # With Python's own reader, which a student's run of the checks need not wait for.
    from autograder.handins.tarballs import tar_entries

    return _tree(tar_entries(file, most, single))


def _directory_size(data: bytes) -> int:
    """The size of the table of contents, before anything parses it."""
    tail = data[-(_END_RECORD.size + 65535) :]
    at = tail.rfind(b"PK\5\6")
    if tail[-_END_RECORD.size :].startswith(b"PK\5\6") and tail.endswith(b"\0\0"):
        at = len(tail) - _END_RECORD.size  # where zipfile looks first
    if at < 0 or len(tail) - at < _END_RECORD.size:
        return 0
    if tail[max(at - 20, 0) : at].startswith(b"PK\6\7"):  # 64-bit sizes, for archives of gigabytes
        return MAX_DIRECTORY + 1
    return int(_END_RECORD.unpack_from(tail, at)[5])


def _zip_tree(archive: zipfile.ZipFile) -> list[TreeEntry]:
    return _tree(
        (_name(info), None if info.is_dir() else _zip_entry(archive, info))
        for info in archive.infolist()
        if info.filename  # damaged without; zipfile fails on it when it is asked what it is
    )


def _name(info: zipfile.ZipInfo) -> str:
    """An entry's name as whoever packed it saw it.

    Finder and other tools write UTF-8 without saying so (flag bit 11, APPNOTE 4.4.4), which
    zipfile then reads as code page 437; and macOS takes accents apart.
    """
    name = info.filename
    if not info.flag_bits & 0x800 and not name.isascii():
        with contextlib.suppress(UnicodeError):  # or else it was code page 437 after all
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name)


def _zip_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> TreeEntry:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        odd = "a symbolic link" if kind == stat.S_IFLNK else "not a regular file"
        return TreeEntry(info.filename, odd=odd)
    modified = 0.0
    with contextlib.suppress(ValueError):  # no such day
        modified = float(calendar.timegm(info.date_time))
    unpack = partial(_unpack, archive, info)
    return TreeEntry(info.filename, unpack, modified=modified, size=info.file_size)


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.flag_bits & 1:
        raise UnreadableEntry("it is encrypted")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableEntry("it is compressed in an unusual way")
    if info.file_size > max(_BOMB_FROM, MAX_RATIO * info.compress_size):
        raise UnreadableEntry("it unpacks to far more than it is")
    try:
        with archive.open(info) as file:
            return bounded(file, most)
    except UnreadableEntry:
        raise
    except Exception as error:  # zipfile and zlib raise many kinds on damaged entries
        raise UnreadableEntry("it is damaged") from error

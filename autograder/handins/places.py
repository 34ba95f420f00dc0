"""Where hand-ins lie, on disk or in an archive, as one kind of tree.

Nothing here follows a link, opens what is not a regular file, or trusts a size that an archive
states.
"""

from __future__ import annotations

import calendar
import contextlib
import io
import os
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from autograder.handins.submission import MAX_FILE

MAX_ARCHIVE = 50 * 1024 * 1024  # bytes of an archive that a student hands in
MAX_DIRECTORY = 2 * 1024 * 1024  # bytes of such an archive's table of contents, about 20,000 files
MAX_RATIO = 200  # of unpacked to packed size; notebooks stay below 50
_BOMB_FROM = 1024 * 1024  # bytes from which the ratio matters
_END_RECORD = struct.Struct("<4s4H2LH")  # end of central directory, PKWARE's APPNOTE 4.3.16


class UnreadablePlace(ValueError):
    """It cannot be read; the text says why, in a clause that starts with "it"."""


@dataclass(frozen=True)
class PlaceEntry:
    """A file, a folder, or something odd.

    Attributes:
        name: its own name.
        read: a file's bytes, not more than the given number; raises `UnreadablePlace`.
        entries: what is in a folder.
        odd: what it is when it is neither, such as "a symbolic link".
        modified: when it was last written, in seconds since 1970; 0 when that is not known.
        zoned: whether that is in UTC, and not on the wall clock of whoever packed an archive.
    """

    name: str
    read: Callable[[int], bytes] | None = None
    entries: Callable[[], list[PlaceEntry]] | None = None
    odd: str = ""
    modified: float = 0.0
    zoned: bool = False


def on_disk(folder: Path | str) -> list[PlaceEntry]:
    """What is in a folder, by name.

    Raises:
        OSError: it cannot be listed.
    """
    with os.scandir(folder) as found:
        return sorted((_disk_entry(item) for item in found), key=lambda entry: entry.name)


def _disk_entry(item: os.DirEntry[str]) -> PlaceEntry:
    if item.is_symlink():
        return PlaceEntry(item.name, odd="a symbolic link")
    if item.is_dir(follow_symlinks=False):
        return PlaceEntry(item.name, entries=lambda: on_disk(item.path))
    if item.is_file(follow_symlinks=False):
        modified = item.stat(follow_symlinks=False).st_mtime
        read = lambda most: read_file(item.path, most)
        return PlaceEntry(item.name, read, modified=modified, zoned=True)
    return PlaceEntry(item.name, odd="not a regular file")


def read_file(path: str, most: int = MAX_FILE) -> bytes:
    """A regular file's bytes.

    Raises:
        UnreadablePlace: it is something else, too large, or the system refuses.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with open(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadablePlace("it is not a regular file")
            data = file.read(most + 1)
    except OSError as error:
        raise UnreadablePlace(f"it cannot be read ({error.strerror})") from error
    if len(data) > most:
        raise UnreadablePlace(f"it has more than {most:,} bytes")
    return data


@dataclass
class _Branch:
    """A folder of an archive while its tree is put together."""

    folders: dict[str, _Branch] = field(default_factory=dict)
    files: dict[str, PlaceEntry] = field(default_factory=dict)

    def entries(self) -> list[PlaceEntry]:
        below = [PlaceEntry(name, entries=branch.entries) for name, branch in self.folders.items()]
        files = [entry for name, entry in self.files.items() if name not in self.folders]
        return sorted([*below, *files], key=lambda entry: entry.name)


def in_class_archive(path: Path) -> list[PlaceEntry]:
    """What is in an archive that the instructor gave.

    Raises:
        UnreadablePlace: it is no zip archive.
    """
    try:
        return _tree(zipfile.ZipFile(path))
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadablePlace(f"{error}") from error


def in_archive(data: bytes) -> list[PlaceEntry]:
    """What is in an archive that a student handed in.

    Raises:
        UnreadablePlace: it is no zip archive, or one made to be a burden.
    """
    if _directory_size(data) > MAX_DIRECTORY:
        raise UnreadablePlace("it lists too many files")
    try:
        return _tree(zipfile.ZipFile(io.BytesIO(data)))
    except Exception as error:  # zipfile raises many kinds on archives made by hand
        raise UnreadablePlace("it cannot be read as a zip archive") from error


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


def _tree(archive: zipfile.ZipFile) -> list[PlaceEntry]:
    root = _Branch()
    for info in archive.infolist():
        parts = _parts(_name(info))
        if not parts:
            _leave_out(info, root)
            continue
        branch = root
        for part in parts[:-1]:
            branch = branch.folders.setdefault(part, _Branch())
        if info.is_dir():
            branch.folders.setdefault(parts[-1], _Branch())
        else:  # of two entries with one name the later counts, as when it is unpacked
            branch.files[parts[-1]] = _zip_entry(archive, info, parts[-1])
    return root.entries()


def _leave_out(info: zipfile.ZipInfo, root: _Branch) -> None:
    """Put in place of an entry that points out of the archive one that says so."""
    name = _name(info).replace("\\", "/").rpartition("/")[2]
    if name not in ("", ".", ".."):
        root.files.setdefault(name, PlaceEntry(name, odd="named to lie outside of the archive"))


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


def _parts(name: str) -> list[str]:
    """The folders and the name of an entry; nothing for one that points out of the archive."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith("/") or ".." in parts or ":" in parts[0] or len(parts) > 20:
        return []
    return [part for part in parts if part not in ("", ".")]


def _zip_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> PlaceEntry:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        odd = "a symbolic link" if kind == stat.S_IFLNK else "not a regular file"
        return PlaceEntry(name, odd=odd)
    modified = 0.0
    with contextlib.suppress(ValueError):  # no such day
        modified = float(calendar.timegm(info.date_time))
    return PlaceEntry(name, lambda most: _unpack(archive, info, most), modified=modified)


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.flag_bits & 1:
        raise UnreadablePlace("it is encrypted")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadablePlace("it is compressed in an unusual way")
    if info.file_size > max(_BOMB_FROM, MAX_RATIO * info.compress_size):
        raise UnreadablePlace("it unpacks to far more than it is")
    try:
        with archive.open(info) as file:
            data = file.read(most + 1)
    except Exception as error:  # zipfile and zlib raise many kinds on damaged entries
        raise UnreadablePlace("it is damaged") from error
    if len(data) > most:
        raise UnreadablePlace(f"it has more than {most:,} bytes")
    return data

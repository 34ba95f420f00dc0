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
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from autograder.handins.content import is_notebook
from autograder.handins.outputs import StillTooLarge, without_outputs
from autograder.handins.submission import MAX_FILE

if TYPE_CHECKING:
    from autograder.handins.tarballs import TarMember

TARS = (".tar", ".tar.gz", ".tgz")
ARCHIVES = (".zip", *TARS)
MAX_ARCHIVE = 50 * 1024 * 1024  # bytes of an archive that a student hands in
MAX_DIRECTORY = 2 * 1024 * 1024  # bytes of such an archive's table of contents, about 20,000 files
MAX_UNPACKED = 256 * 1024 * 1024  # bytes of a whole archive, where it is compressed as a whole
MAX_RATIO = 200  # of unpacked to packed size; notebooks stay below 50
_BOMB_FROM = 1024 * 1024  # bytes from which the ratio matters
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
if sys.platform != "emscripten":  # JupyterLite's drive writes a file back that was opened so
    _FLAGS |= getattr(os, "O_NONBLOCK", 0)
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
    try:
        with open(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadablePlace("it is not a regular file")
            return _bounded(file, most)
    except OSError as error:
        raise UnreadablePlace(f"it cannot be read ({error.strerror})") from error


def _bounded(file: IO[bytes], most: int) -> bytes:
    """All of a file; of a notebook that is larger what it is without its outputs."""
    data = file.read(most + 1)
    if len(data) <= most:
        return data
    if is_notebook(data):
        try:
            return without_outputs(data, file, most)
        except StillTooLarge as error:
            raise UnreadablePlace(str(error)) from None
    raise UnreadablePlace(f"it has more than {most:,} bytes")


@dataclass
class _Branch:
    """A folder of an archive while its tree is put together."""

    folders: dict[str, _Branch] = field(default_factory=dict)
    files: dict[str, PlaceEntry] = field(default_factory=dict)

    def entries(self) -> list[PlaceEntry]:
        below = [PlaceEntry(name, entries=branch.entries) for name, branch in self.folders.items()]
        files = [entry for name, entry in self.files.items() if name not in self.folders]
        return sorted([*below, *files], key=lambda entry: entry.name)

    def put(self, name: str, is_folder: bool, entry: Callable[[str], PlaceEntry]) -> None:
        """Put something where its name says; what points out of the archive is told to be odd."""
        parts = _parts(name)
        if not parts:
            last = name.replace("\\", "/").rpartition("/")[2]
            if last not in ("", ".", ".."):
                odd = PlaceEntry(last, odd="named to lie outside of the archive")
                self.files.setdefault(last, odd)
            return
        branch = self
        for part in parts[:-1]:
            branch = branch.folders.setdefault(part, _Branch())
        if is_folder:
            branch.folders.setdefault(parts[-1], _Branch())
        else:  # of two entries with one name the later counts, as when it is unpacked
            branch.files[parts[-1]] = entry(parts[-1])


def archive_ending(name: str) -> str:
    """The ending of an archive that is opened here, as the name writes it, or nothing."""
    known = next((ending for ending in ARCHIVES if name.lower().endswith(ending)), "")
    return name[len(name) - len(known) :]


def without_ending(name: str) -> str:
    """A file's name without its ending, `.tar.gz` for one that is compressed."""
    return name.removesuffix(archive_ending(name) or Path(name).suffix)


def in_class_archive(path: Path) -> list[PlaceEntry]:
    """What is in an archive that the instructor gave.

    Raises:
        UnreadablePlace: it is no archive.
    """
    try:
        if archive_ending(path.name).lower() in TARS:
            with open(path, "rb") as file:
                return _tar_tree(file, MAX_RATIO * path.stat().st_size + _BOMB_FROM)
        return _tree(zipfile.ZipFile(path))
    except UnreadablePlace:
        raise
    except Exception as error:  # zipfile raises many kinds on archives that are damaged
        raise UnreadablePlace(f"{error}") from error


def in_archive(data: bytes) -> list[PlaceEntry]:
    """What is in an archive that a student handed in, whatever it is called.

    Raises:
        UnreadablePlace: it is no archive, or one made to be a burden.
    """
    if data[:2] == b"\x1f\x8b" or data[257:262] == b"ustar":
        return _tar_tree(io.BytesIO(data), min(MAX_RATIO * len(data) + _BOMB_FROM, MAX_UNPACKED))
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
        if not info.filename:  # damaged; zipfile fails on it when it is asked what it is
            continue
        root.put(_name(info), info.is_dir(), partial(_zip_entry, archive, info))
    return root.entries()


def _tar_tree(file: IO[bytes], most: int) -> list[PlaceEntry]:
    # With Python's own reader, which a student's run of the checks need not wait for.
    from autograder.handins.tarballs import BadTar, tar_members

    root = _Branch()
    try:
        for member in tar_members(file, most):
            name = unicodedata.normalize("NFC", member.name)
            root.put(name, member.is_folder, partial(_tar_entry, member))
    except BadTar as error:
        raise UnreadablePlace(str(error)) from None
    return root.entries()


def _tar_entry(member: TarMember, name: str) -> PlaceEntry:
    def unpacked(most: int) -> bytes:
        try:
            with member.open() as file:
                return _bounded(file, most)
        except UnreadablePlace:
            raise
        except Exception as error:  # tarfile raises many kinds on damaged members
            raise UnreadablePlace("it is damaged") from error

    if member.odd:
        return PlaceEntry(name, odd=member.odd)
    return PlaceEntry(name, unpacked, modified=member.modified, zoned=True)


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
            return _bounded(file, most)
    except UnreadablePlace:
        raise
    except Exception as error:  # zipfile and zlib raise many kinds on damaged entries
        raise UnreadablePlace("it is damaged") from error

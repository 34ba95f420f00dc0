"""Where hand-ins lie, on disk or in an archive, as one kind of tree.

Nothing here follows a link, opens what is not a regular file, or trusts a size that is stated.
`archives.py` makes such trees of archives.
"""

import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from autograder.handins.outputs import without_outputs
from autograder.handins.submission import MAX_FILE, UnreadableEntry
from autograder.student.guest.forms.notebook import looks_like_one

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
MAX_TOTAL = 64 * 1024 * 1024  # bytes of one student's files together
# Each may take 2.5 s (see `outputs.py`), and archives that may be handed in hold 450 of them.
MAX_LARGE_FILES = 3
if sys.platform != "emscripten":  # JupyterLite's drive writes a file back that was opened so
    _FLAGS |= getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class TreeEntry:
    """A file, a folder, or something odd.

    Attributes:
        name: its own name.
        read: a file's bytes, not more than the given number; raises `UnreadableEntry`.
        entries: what is in a folder; raises `UnreadableEntry` or `OSError`.
        odd: what it is when it is neither, such as "a symbolic link".
        modified: when it was last written, in seconds since 1970; 0 when that is not known.
        zoned: whether that is in UTC, and not on the wall clock of whoever packed an archive.
        size: bytes of a file, of which no more are read; 0 when that is not known.
    """

    name: str
    read: Callable[[int], bytes] | None = None
    entries: Callable[[], list["TreeEntry"]] | None = None
    odd: str = ""
    modified: float = 0.0
    zoned: bool = False
    size: int = 0

    def data(self, most: int) -> bytes | None:
        """A file's bytes; None when it is none, has more than that, or cannot be read."""
        try:
            return self.read(most) if self.read is not None else None
        except UnreadableEntry:
            return None

    def inner(self) -> "list[TreeEntry]":
        """What is in a folder; nothing when it is none, or cannot be listed."""
        try:
            return self.entries() if self.entries is not None else []
        except (OSError, UnreadableEntry):
            return []


def on_disk(folder: Path | str) -> list[TreeEntry]:
    """What is in a folder, by name.

    Raises:
        OSError: it cannot be listed.
    """
    with os.scandir(folder) as found:
        return sorted((_disk_entry(item) for item in found), key=lambda entry: entry.name)


def _disk_entry(item: os.DirEntry[str]) -> TreeEntry:
    if item.is_symlink():
        return TreeEntry(item.name, odd="a symbolic link")
    if item.is_dir(follow_symlinks=False):
        return TreeEntry(item.name, entries=lambda: on_disk(item.path))
    if item.is_file(follow_symlinks=False):
        about = item.stat(follow_symlinks=False)
        read = lambda most: read_file(item.path, most)
        return TreeEntry(item.name, read, modified=about.st_mtime, zoned=True, size=about.st_size)
    return TreeEntry(item.name, odd="not a regular file")


@dataclass
class Allowance:
    """How much is read of what one person handed in.

    Attributes:
        left: bytes, of what was read in vain too.
        large: how many files that are too large to be taken whole are still looked through.
    """

    left: int = MAX_TOTAL
    large: int = MAX_LARGE_FILES

    def read(self, entry: TreeEntry) -> bytes:
        """A file's bytes, `MAX_FILE` at most.

        Raises:
            UnreadableEntry, OSError: as `entry.read` does; or there has been too much before.
        """
        assert entry.read is not None
        most = min(MAX_FILE, self.left)
        if entry.size > most:
            if not self.large:
                raise UnreadableEntry(f"it has more than {most:,} bytes")
            self.large -= 1
        cost = min(entry.size, most)
        try:
            data = entry.read(most)
            cost = len(data)
        finally:
            self.left -= cost
        return data


def read_file(path: str, most: int = MAX_FILE) -> bytes:
    """A regular file's bytes.

    Raises:
        UnreadableEntry: it is something else, too large, or the system refuses.
    """
    try:
        with open(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadableEntry("it is not a regular file")
            return bounded(file, most)
    except OSError as error:
        raise UnreadableEntry(f"it cannot be read ({error.strerror})") from error


def bounded(file: IO[bytes], most: int) -> bytes:
    """All of a file; of a notebook that is larger what it is without its outputs.

    Raises:
        UnreadableEntry: that is more than so many bytes.
    """
    data = file.read(most + 1)
    if len(data) <= most:
        return data
    if looks_like_one(data):
        return without_outputs(data, file, most)
    raise UnreadableEntry(f"it has more than {most:,} bytes")

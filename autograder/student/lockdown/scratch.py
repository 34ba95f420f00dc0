"""A scratch folder for one student process, made, watched and removed by the trusted side.

The kernel bounds one file (RLIMIT_FSIZE), but without privileges nothing in it bounds their number:
quotas and size-limited mounts need root, and a filter keeps no count. So the folder only grows (the
lock-down lets files be made, written and read, not removed, renamed, linked or nested), which means
that a look from outside sees all that was ever written, and whoever waits for the student process
looks while waiting and kills at an excess. Between two looks a process can write what the disk
takes: about 1.5 GiB or 10,000 empty files a second where it was measured, so 30 MiB too much when
looking every 20 ms. For a bound without that gap, put `parent` on a size-limited mount
(``tmpfs,size=…``; bubblewrap makes one without privileges).
"""

import os
import tempfile
from typing import Self

from .rlimits import MIB


class Scratch:
    """One folder; a context manager that removes it.

    Attributes:
        path: where it is.
        max_bytes: how much may be in it, in all.
        max_files: how many files may be in it.
    """

    def __init__(
        self, parent: str | None = None, max_bytes: int = 16 * MIB, max_files: int = 256
    ) -> None:
        """Make the folder, open to its owner only.

        Args:
            parent: the folder to make it in; the system's temporary folder if None.

        Raises:
            OSError: it cannot be made.
        """
        self.max_bytes = max_bytes
        self.max_files = max_files
        self.path = os.path.realpath(tempfile.mkdtemp(prefix="scratch-", dir=parent))
        self._folder = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def excess(self) -> str | None:
        """Look into the folder.

        Returns:
            What there is too much of, in words for a note, or None. Never follows a name to
            anywhere else, and stops counting at the limit.
        """
        files = total = 0
        with os.scandir(self._folder) as entries:
            for entry in entries:
                files += 1
                total += entry.stat(follow_symlinks=False).st_size
                if files > self.max_files:
                    return f"more than {self.max_files} files written"
                if total > self.max_bytes:
                    return f"more than {self.max_bytes / MIB:g} MiB written"
        return None

    def empty(self) -> bool:
        """Whether nothing was ever written to it, so that the next process can have it."""
        with os.scandir(self._folder) as entries:
            return next(entries, None) is None

    def remove(self) -> None:
        """Remove the folder and its files, once the process is dead."""
        if self._folder < 0:
            return
        with os.scandir(self._folder) as entries:
            names = [entry.name for entry in entries]
        for name in names:
            os.unlink(name, dir_fd=self._folder)
        os.close(self._folder)
        self._folder = -1
        os.rmdir(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.remove()

"""The folder of a warm parent, which goes with it: now, or when the next one starts.

Its owner removes it at the end, and the warm parent does where the owner was killed. Where both
were killed at once nobody is left who would. So the owner holds a lock on the folder, which the
kernel takes back from whoever dies, however it dies: a folder that nobody holds is a dead one's.
"""

import contextlib
import os
import shutil
import tempfile
import time

PREFIX = "autograder-warm-"
YOUNG_SECONDS = 60.0  # a folder is made and locked in a millisecond


class OwnFolder:
    """A folder for temporary files, held by this process.

    Attributes:
        path: where it is.
    """

    def __init__(self) -> None:
        self.path = tempfile.mkdtemp(prefix=PREFIX)
        self._held = _held(self.path)

    def remove(self) -> None:
        """Remove it with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._held >= 0:
            os.close(self._held)
            self._held = -1


def remove_left() -> None:
    """Remove the folders of this user that nobody holds any more."""
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX):
                with contextlib.suppress(OSError):
                    _remove_if_left(entry)


def _remove_if_left(entry: os.DirEntry[str]) -> None:
    about = entry.stat(follow_symlinks=False)
    if about.st_uid != os.geteuid() or time.time() - about.st_mtime < YOUNG_SECONDS:
        return
    held = _held(entry.path)
    if held >= 0:
        shutil.rmtree(entry.path, ignore_errors=True)
        os.close(held)


def _held(path: str) -> int:
    """A descriptor that holds the folder; -1 where somebody else does, or it is no folder."""
    import fcntl  # there are warm parents on Linux only

    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return -1
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return -1
    return descriptor

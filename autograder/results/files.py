"""How files are written: whole or not at all, and refusals of the system in a sentence."""

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.refusals import Refusal


class UnusableFolder(Refusal):
    """The results folder cannot be used; the text says why and what to do."""


def write_atomically(
    path: Path, data: bytes | Iterable[bytes], mode: int = 0o666, *, durable: bool = True
) -> list[int]:
    """Write a file beside its place and move it there, so it is there whole or not at all.

    Args:
        path: where; missing folders above it are made.
        data: what, in one piece or several.
        mode: permissions, less the umask.
        durable: wait until it is on the disk, so that a power cut leaves it whole as well; not
            needed for what can be made again.

    Returns:
        Where each piece begins.

    Raises:
        OSError: it cannot be written, or is a device; what was there before is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not (path.is_file() or path.is_dir()):  # a device, which would be gone
        raise OSError(errno.EINVAL, "it is there already, and no file", str(path))
    beside = path.with_name(f".{path.name[:40]}.new")
    beside.unlink(missing_ok=True)  # of a run that was killed
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    offsets = []
    try:
        with os.fdopen(descriptor, "wb") as file:
            for piece in [data] if isinstance(data, bytes) else data:
                offsets.append(file.tell())
                file.write(piece)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    return offsets


def replace_text(path: Path, lines: Iterable[str]) -> None:
    """Write a text file of the results folder, whole or not at all.

    Raises:
        UnusableFolder: it cannot be written.
    """
    with refusals_in_words(path.parent, "written to"):
        write_atomically(path, (line.encode("utf-8", "backslashreplace") for line in lines))


@contextlib.contextmanager
def refusals_in_words(folder: Path, done: str) -> Iterator[None]:
    """Turn the system's refusals into a sentence for the instructor.

    Raises:
        UnusableFolder: instead of an `OSError`.
    """
    try:
        yield
    except OSError as error:
        next_step = "give another --out"
        if done == "written to":
            next_step = "every record so far is kept, and the same command goes on from there"
        raise UnusableFolder(
            f"the results folder {folder} cannot be {done}: {error.strerror}; {next_step}"
        ) from error

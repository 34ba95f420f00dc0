"""What is in a tar archive, plain or compressed by gzip, as Unix tools and Macs write them.

A tar archive has no table of contents and may be compressed as a whole, so it is unpacked into a
nameless file first, up to a limit that does not depend on what it says of itself.
"""

from __future__ import annotations

import contextlib
import gzip
import tarfile
import tempfile
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

MAX_MEMBERS = 20_000  # as many as a zip archive of a student's may list
_CHUNK = 1024 * 1024


class BadTar(ValueError):
    """It cannot be read, or is made to be a burden; the text is a clause that starts with "it"."""


@dataclass(frozen=True)
class TarMember:
    """A file or folder of an archive.

    Attributes:
        name: with the folders that it lies in.
        is_folder: whether it is one.
        odd: what it is when it is neither a file nor a folder.
        modified: when it was last written, in seconds.
        open: its bytes.
    """

    name: str
    is_folder: bool
    odd: str
    modified: float
    open: Callable[[], IO[bytes]]


class _Header(tarfile.TarInfo):
    """A header whose sizes lead forward: others keep old Pythons in a loop (CVE-2025-8194)."""

    def _block(self, count: int) -> int:
        if count < 0:
            raise tarfile.InvalidHeaderError("a negative size")  # type: ignore[attr-defined]  # not in typeshed
        return super()._block(count)  # type: ignore[misc,no-any-return]  # not in typeshed


def tar_members(file: IO[bytes], most: int, count: int = MAX_MEMBERS) -> list[TarMember]:
    """The members of an archive, in its order.

    Args:
        file: the archive.
        most: bytes that it may unpack to.
        count: members that it may have.

    Raises:
        BadTar: it is no such archive, or a larger one.
    """
    with contextlib.ExitStack() as stack:
        plain = stack.enter_context(tempfile.TemporaryFile())
        try:
            _unpack(file, plain, most)
            archive = tarfile.open(  # noqa: SIM115  # it holds nothing but its file, closed below
                fileobj=plain, mode="r:", tarinfo=_Header, errors="replace"
            )
            members = list(_listed(archive, count))
        except BadTar:
            raise
        except Exception as error:  # tarfile and zlib raise many kinds on archives made by hand
            raise BadTar("it cannot be read as a tar archive") from error
        # Open as long as there are members that can be read.
        weakref.finalize(archive, stack.pop_all().close)
    return members


def _unpack(file: IO[bytes], plain: IO[bytes], most: int) -> None:
    magic = file.read(2)
    file.seek(0)
    with contextlib.ExitStack() as stack:
        source: IO[bytes] | gzip.GzipFile = file
        if magic == b"\x1f\x8b":
            source = stack.enter_context(gzip.GzipFile(fileobj=file))
        size = 0
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise BadTar("it unpacks to far more than it is")
            plain.write(chunk)
    plain.seek(0)


def _listed(archive: tarfile.TarFile, count: int) -> Iterator[TarMember]:
    for number, info in enumerate(archive):
        if number >= count:
            raise BadTar("it lists too many files")
        yield TarMember(info.name, info.isdir(), _odd(info), info.mtime, _opener(archive, info))


def _opener(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Callable[[], IO[bytes]]:
    def opened() -> IO[bytes]:
        file = archive.extractfile(info)
        if file is None:
            raise BadTar("it is not a regular file")
        return file

    return opened


def _odd(info: tarfile.TarInfo) -> str:
    if info.isdir() or (info.isreg() and not info.issparse()):
        return ""
    return "a symbolic link" if info.issym() else "not a regular file"

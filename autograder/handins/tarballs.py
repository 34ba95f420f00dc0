"""What is in a tar archive, plain or compressed, as Unix tools and Macs write them.

A tar archive has no table of contents and may be compressed as a whole, so it is unpacked into a
nameless file first, up to a limit that does not depend on what it says of itself.
"""

import bz2
import contextlib
import gzip
import lzma
import tarfile
import tempfile
import unicodedata
import weakref
from collections.abc import Callable, Iterator
from typing import IO

from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import TreeEntry, bounded

MAX_MEMBERS = 20_000  # as many as a zip archive of a student's may list
# Bytes of what is told of a member: paths have 4,096 at most, and what Macs add some 1,500.
MAX_TOLD_OF_ONE = 8 * 1024
MAX_TOLD = 1024 * 1024  # of all members, or of what they may unpack to a hundredth
_CHUNK = 1024 * 1024
# Bytes that unpacking xz may take: `xz -9` asks for 65 MiB (its manual), a file can for 4 GiB.
_MOST_MEMORY = 80 * 1024 * 1024
_MOST_STREAMS = 1000  # one behind another, as tools that use all processors write them
_SPARSE = "it holds a sparse file; pack the files again, without -S"
_TELLING = {
    *(tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE),
    *(tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK),
}


class _Archive(tarfile.TarFile):
    """An archive that keeps count of the headers that tell of other headers."""

    told, most_told = 0, MAX_TOLD


class _Header(tarfile.TarInfo):
    """A header that cannot keep Python's reader for long, of whatever release.

    Sizes lead forward. What precedes a member and tells of it, as its long name, is short. No map
    of a sparse file is read, which may have any number of entries.
    """

    def _block(self, count: int) -> int:
        if count < 0:
            raise tarfile.InvalidHeaderError("a negative size")  # type: ignore[attr-defined]  # not in typeshed
        return super()._block(count)  # type: ignore[misc,no-any-return]  # not in typeshed

    def _proc_member(self, archive: _Archive) -> tarfile.TarInfo:
        if self.type in _TELLING:
            archive.told += self.size
            if self.size > MAX_TOLD_OF_ONE or archive.told > archive.most_told:
                raise UnreadableEntry("its headers are too long")
        elif self.type == tarfile.GNUTYPE_SPARSE:
            raise UnreadableEntry(_SPARSE)
        return super()._proc_member(archive)  # type: ignore[misc,no-any-return]  # not in typeshed

    def _proc_gnusparse_10(self, *_: object) -> None:
        raise UnreadableEntry(_SPARSE)


def tar_entries(file: IO[bytes], most: int, single: str = "") -> list[tuple[str, TreeEntry | None]]:
    """(Name with its folders, the entry; None for a folder) of all members, in their order.

    Args:
        most: bytes that it may unpack to.
        single: what the one file is called that is in it, where it is no archive of several.

    Raises:
        UnreadableEntry: it is no such archive, or a larger one.
    """
    with contextlib.ExitStack() as stack:
        plain = stack.enter_context(tempfile.TemporaryFile())
        try:
            _unpack(file, plain, most)
            if single and not _is_tar(plain):
                return [(single, _alone(single, plain, stack.pop_all()))]
            archive = _Archive(fileobj=plain, tarinfo=_Header, errors="replace")
            archive.most_told = max(MAX_TOLD, most // 100)
            entries = list(_listed(archive))
        except UnreadableEntry:
            raise
        except Exception as error:  # tarfile and zlib raise many kinds on archives made by hand
            raise UnreadableEntry("it cannot be read as a tar archive") from error
        # Open as long as there are entries that can be read.
        weakref.finalize(archive, stack.pop_all().close)
    return entries


def _unpack(file: IO[bytes], plain: IO[bytes], most: int) -> None:
    size = 0
    for chunk in _chunks(file):
        size += len(chunk)
        if size > most:
            raise UnreadableEntry("it unpacks to far more than it is")
        plain.write(chunk)
    plain.seek(0)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    """What is in a file, unpacked if it is compressed, in pieces of a bounded size."""
    magic = file.read(6)
    file.seek(0)
    if magic.startswith(b"BZh"):
        yield from _streams(file, bz2.BZ2Decompressor)
    elif magic == b"\xfd7zXZ\0":
        yield from _streams(file, lambda: lzma.LZMADecompressor(memlimit=_MOST_MEMORY))
    else:
        with contextlib.ExitStack() as stack:
            source: IO[bytes] | gzip.GzipFile = file
            if magic.startswith(b"\x1f\x8b"):
                source = stack.enter_context(gzip.GzipFile(fileobj=file))
            while chunk := source.read(_CHUNK):
                yield chunk


def _streams(
    file: IO[bytes], begin: Callable[[], bz2.BZ2Decompressor | lzma.LZMADecompressor]
) -> Iterator[bytes]:
    """All compressed streams of a file; raises `EOFError` where one is cut off."""
    rest = b""
    for _ in range(_MOST_STREAMS):
        one = begin()
        while not one.eof:
            if one.needs_input and not rest:
                rest = file.read(_CHUNK)
                if not rest:
                    raise EOFError("cut off")
            yield one.decompress(rest, _CHUNK)
            rest = b""
        rest = one.unused_data or file.read(_CHUNK)
        if not rest.strip(b"\0"):
            return
    raise UnreadableEntry("it is of too many pieces")


def _is_tar(plain: IO[bytes]) -> bool:
    head = plain.read(262)
    plain.seek(0)
    return head[257:] == b"ustar"


def _alone(name: str, plain: IO[bytes], files: contextlib.ExitStack) -> TreeEntry:
    def unpacked(most: int) -> bytes:
        plain.seek(0)
        return bounded(plain, most)

    entry = TreeEntry(name, unpacked)
    # Open as long as it can be read.
    weakref.finalize(unpacked, files.close)
    return entry


def _listed(archive: tarfile.TarFile) -> Iterator[tuple[str, TreeEntry | None]]:
    for number, info in enumerate(archive):
        if number >= MAX_MEMBERS:
            raise UnreadableEntry("it lists too many files")
        name = unicodedata.normalize("NFC", info.name)
        yield name, None if info.isdir() else _entry(archive, info)


def _entry(archive: tarfile.TarFile, info: tarfile.TarInfo) -> TreeEntry:
    def unpacked(most: int) -> bytes:
        try:
            file = archive.extractfile(info)
            assert file is not None  # it is a regular file
            with file:
                return bounded(file, most)
        except UnreadableEntry:
            raise
        except Exception as error:  # tarfile raises many kinds on damaged members
            raise UnreadableEntry("it is damaged") from error

    if info.isreg() and not info.issparse():
        return TreeEntry(info.name, unpacked, modified=info.mtime, zoned=True, size=info.size)
    odd = "a symbolic link" if info.issym() else "not a regular file"
    return TreeEntry(info.name, odd=odd)

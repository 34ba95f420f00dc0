"""Notebooks that are too large to be read whole, without what their cells have shown.

Pictures make a notebook large, and nothing of them is graded. They are dropped while the file is
read, so that no more of it is ever in memory than a file of the ordinary size would take.
"""

import re
from collections.abc import Iterator
from typing import IO

from autograder.handins.submission import MAX_FILE, UnreadableEntry

# Measured on the reference machine: 370 MB/s of one string, so 0.7 s; 0.24 µs a bracket and 0.58 µs
# a line of printed text, so 1.8 s.
MAX_RAW = 256 * 1024 * 1024  # bytes that are looked at
MAX_PIECES = 3_000_000  # strings and brackets among the outputs
_CHUNK = 1024 * 1024
# As a key and nowhere else: within a string the quotes would have backslashes before them.
_OUTPUTS = re.compile(rb'"outputs"\s{0,40}:\s{0,40}\[')
_LONGEST = 128  # bytes of that at most, which may lie across two chunks
_IN_STRING = re.compile(rb'(?:[^"\\]+|\\.)*', re.DOTALL)
_UP_TO_PIECE = re.compile(rb'[^"\[\]{}]*')


def without_outputs(begun: bytes, file: IO[bytes], most: int = MAX_FILE) -> bytes:
    """A notebook of which every cell has an empty list of outputs.

    Args:
        begun: what has been read of it.
        file: where the rest comes from.
        most: bytes of the result.

    Raises:
        UnreadableEntry: the result has more, or there is no end to it.
    """
    dropping = _Dropping()
    kept: list[bytes] = []
    size, raw, rest = 0, 0, b""
    for chunk in _chunks(begun, file):
        raw += len(chunk)
        if raw > MAX_RAW:
            raise UnreadableEntry(f"it has more than {MAX_RAW:,} bytes")
        data, rest = rest + chunk, b""
        at = 0
        while at < len(data):
            if dropping.depth:
                at = dropping.end_in(data, at)
                continue
            found = _OUTPUTS.search(data, at)
            end = found.end() if found else max(at, len(data) - _LONGEST)
            kept.append(data[at:end])
            size += end - at
            if size > most:
                raise UnreadableEntry(f"it has more than {most:,} bytes without its outputs")
            at = end
            if found is None:
                rest = data[at:]
                break
            dropping.depth = 1
    return b"".join(kept) + rest


def _chunks(begun: bytes, file: IO[bytes]) -> Iterator[bytes]:
    for at in range(0, len(begun), _CHUNK):
        yield begun[at : at + _CHUNK]
    while chunk := file.read(_CHUNK):
        yield chunk


class _Dropping:
    """A list of outputs on its way out.

    Attributes:
        depth: lists and objects that are open; 0 outside of outputs.
    """

    def __init__(self) -> None:
        self.depth = 0
        self._in_string = False
        self._escaped = False  # a chunk ended between a backslash and what it stands before
        self._pieces = 0

    def end_in(self, data: bytes, at: int) -> int:
        """Where what is kept begins again, just before the bracket that ends the list; else the
        end of the data.

        Raises:
            UnreadableEntry: the outputs have too many pieces.
        """
        if self._escaped and at < len(data):
            at, self._escaped = at + 1, False
        while at < len(data):
            if self._in_string:
                at = self._leave_string(data, at)
                continue
            at = _UP_TO_PIECE.match(data, at).end()  # type: ignore[union-attr]  # it always matches
            if at == len(data):
                break
            self._pieces += 1
            if self._pieces > MAX_PIECES:
                why = f"it has too many bytes, and its outputs more than {MAX_PIECES:,} pieces"
                raise UnreadableEntry(why)
            piece = data[at]
            if piece == ord('"'):
                self._in_string = True
            else:
                self.depth += 1 if piece in b"[{" else -1
            if not self.depth:
                return at
            at += 1
        return at

    def _leave_string(self, data: bytes, at: int) -> int:
        at = _IN_STRING.match(data, at).end()  # type: ignore[union-attr]  # it always matches
        if at == len(data):
            return at
        if data[at] == ord("\\"):  # the last byte of the data
            self._escaped = True
        else:
            self._in_string = False
        return at + 1

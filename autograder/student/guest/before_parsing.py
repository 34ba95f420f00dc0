"""What a file is as a whole: no code at all, or code with marks of an unfinished merge in it."""

import ast
import codecs
import re

from .cells import Complaint, UnreadableFile

# How files begin that are saved under the name of an exercise by mistake.
_NO_CODE = [
    (b"PK\x03\x04", "it is a zip archive or an office document; hand in the file itself"),
    (b"%PDF", "it is a PDF; hand in the file that it was made from"),
    (b"{\\rtf", "it is a formatted text (RTF); save it as plain text and hand in again"),
    (b"\x1f\x8b", "it is a compressed archive; hand in the file itself"),
    (b"version https://git-lfs", "it is a pointer to a file in Git LFS; hand in the file itself"),
]
_PAGE = re.compile(rb"(?:<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I)
_MERGE = re.compile(rb"^<{7}(?: .*)?\r?\n", re.MULTILINE)
_OURS, _BASE, _MIDDLE, _THEIRS = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_LOOKED_AT = 40  # bytes by which UTF-16 is told
_CODE = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Assign
)  # fmt: skip


def mended(data: bytes) -> bytes:
    """The bytes with the mark that UTF-16 should have, and without the NUL bytes that a copy which
    was broken off leaves at the end."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data
    even, odd = data[:_LOOKED_AT:2], data[1:_LOOKED_AT:2]
    if odd and len(data) % 2 == 0:
        if not any(odd) and all(even):
            return codecs.BOM_UTF16_LE + data
        if not any(even) and all(odd):
            return codecs.BOM_UTF16_BE + data
    return data.rstrip(b"\0 \t\r\n") if b"\0" in data else data


def refuse_what_is_no_code(data: bytes) -> None:
    """Raise `UnreadableFile` for a web page, an archive or a document."""
    start = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, why in _NO_CODE:
        if start.startswith(beginning):
            raise UnreadableFile(why)
    if start[:1] == b"<" and _PAGE.match(start):
        raise UnreadableFile("it is a web page; download the raw file instead and hand that in")


def without_merge_marks(data: bytes) -> tuple[bytes, list[Complaint]]:
    """The bytes with the first side of each unfinished merge, line for line where it was."""
    if b"<<<<<<<" not in data or not _MERGE.search(data):
        return data, []
    lines = data.split(b"\n")
    complaints, side = [], b""
    for at, line in enumerate(lines):
        mark = line[:7] if line[7:8] in (b"", b" ", b"\r") else b""
        if mark == _OURS and not side:
            text = "unfinished merge: its first side counts; remove the marks and hand in again"
            complaints.append(Complaint(0, at + 1, text))
        elif not (side and mark in (_BASE, _MIDDLE, _THEIRS)):
            if side in (_BASE, _MIDDLE):
                lines[at] = b""
            continue
        side = b"" if mark == _THEIRS else mark
        lines[at] = b""
    return b"\n".join(lines), complaints


def is_script(data: bytes) -> bool:
    """Whether bytes that should be a notebook are Python with something in it."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        return False
    try:
        tree = compile(text, "<file>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    except (SyntaxError, RecursionError, MemoryError, ValueError, OverflowError):
        return False
    assert isinstance(tree, ast.Module)
    return any(isinstance(node, _CODE) for node in tree.body)

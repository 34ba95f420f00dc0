"""The text of what is no text file: documents of Word, LibreOffice and TextEdit, and web pages that
were made of notebooks.

Who hands in one of these has written code, and only saved it in another way. Markup is taken apart
by patterns that never look at a character twice; nothing is resolved, included or run, so that an
entity or a link means nothing. What comes out is judged to be code, or not, like any other text.
"""

import html
import re
from collections.abc import Callable, Iterator

from autograder.handins.archives import in_archive
from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import TreeEntry

# Characters of markup that are looked at, which takes 0.6 s at most (lone backslashes in RTF). Word
# writes some 200 for a line, so this is 10,000 lines.
MAX_MARKUP = 2 * 1024 * 1024
_PARTS = {"word": "document.xml", "": "content.xml"}  # where Word and LibreOffice keep the text
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[\w:.-]*+)(?P<attributes>[^<>]*+)>|(?P<text>[^<]++)|<")
_RTF = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,7})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<mark>[^a-z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]++)|[\r\n\\]",
    re.DOTALL,
)
_RTF_BREAKS = {"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "tab": "\t"}
_RTF_ASIDE = {"fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "listtable"}
_CODE = re.compile(r"highlight|sourceCode|language-", re.I)  # nbconvert and Sphinx, Quarto, others
_SPACES = re.compile(r'text:c="(\d{1,2})"')  # 22 characters stand for 99 at most
_NEW_LINE = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4"}
_NO_TEXT = {"title", "script", "style"}
_NEW_CELL = "\n# %%\n"


def is_document(data: bytes) -> bool:
    """Whether a file begins as a document does, or a web page, whatever it is called."""
    return _reader(data) is not None


def text_in_document(data: bytes) -> bytes:
    """The text in such a file, in UTF-8; nothing where none can be had from it."""
    read = _reader(data)
    text = read(data) if read is not None else ""
    return text.encode("utf-8", "replace") if text.strip() else b""


def _reader(data: bytes) -> Callable[[bytes], str] | None:
    start = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"pk\3\4"):
        return _office
    if start.startswith(b"{\\rtf"):
        return _rtf
    return _page if start.startswith(b"<") and not start.startswith(b"<<") else None


def _office(data: bytes) -> str:
    entry = TreeEntry("document", lambda most: data)
    try:
        top = in_archive(entry)
    except UnreadableEntry:
        return ""
    for folder, name in _PARTS.items():
        within = [inner for place in top if place.name == folder for inner in place.inner()]
        for part in within if folder else top:
            markup = part.data(MAX_MARKUP) if part.name == name else None
            if markup is not None:
                return "".join(_paragraphs(markup.decode("utf-8", "replace")))
    return ""


def _paragraphs(markup: str) -> Iterator[str]:
    """What paragraphs hold: in Word's format in `w:t`, in LibreOffice's between any two tags."""
    name = ""
    for found in _TAG.finditer(markup):
        if found["text"] is not None:
            yield html.unescape(found["text"]) if name == "w:t" or name.startswith("text:") else ""
            continue
        name = "" if found["name"] == "w:t" and found["end"] else found["name"] or ""
        if found["end"]:
            yield "\n" if name in ("w:p", "text:p", "text:h") else ""
        elif name in ("w:tab", "text:tab"):
            yield "\t"
        elif name in ("w:br", "w:cr", "text:line-break"):
            yield "\n"
        elif name == "text:s":
            count = _SPACES.search(found["attributes"])
            yield " " * (int(count[1]) if count else 1)


def _page(data: bytes) -> str:
    """What stands in blocks of code, each a cell of its own; outputs have none of their marks.

    Of a page that marks none it is what is preformatted, and where nothing is, all text, as editors
    of learning systems keep what was pasted into them.
    """
    markup = data[:MAX_MARKUP].decode("utf-8", "replace")
    marked: list[str] = []
    plain: list[str] = []
    everything: list[str] = []
    before, aside = "", False
    block: list[str] | None = None
    for found in _TAG.finditer(markup):
        name, attributes = (found["name"] or "").lower(), found["attributes"] or ""
        if found["text"] is not None:
            text = html.unescape(found["text"]).replace("\xa0", " ")
            everything.append("" if aside else text)
            if block is not None:
                block.append(text)
            continue
        if name == "pre":
            if found["end"] and block is not None:
                block.append(_NEW_CELL)
            code = bool(_CODE.search(before + attributes))
            block = None if found["end"] else marked if code else plain
        elif name in _NEW_LINE and (name == "br" or found["end"]):
            everything.append("\n")
            if name == "br" and block is not None:
                block.append("\n")
        elif name in _NO_TEXT:
            aside = not found["end"]
        before = attributes
    return "".join(marked or plain or everything)


def _rtf(data: bytes) -> str:
    """The text without the groups that hold fonts, colours and pictures."""
    pieces: list[str] = []
    aside, groups, skip = False, [], 0
    for found in _RTF.finditer(data[:MAX_MARKUP].decode("latin-1")):
        piece = found["text"] or ""
        if found["brace"] == "{":
            groups.append(aside)
        elif found["brace"]:
            aside = groups.pop() if groups else False
        elif found["word"] in _RTF_ASIDE or found["mark"] == "*":
            aside = True
        elif found["word"] == "u" and found["number"]:
            piece, skip = chr(int(found["number"]) % 0x10000), 1
        elif found["byte"]:
            piece = "" if skip else bytes.fromhex(found["byte"]).decode("cp1252", "replace")
            skip = 0
        elif found["word"]:
            piece = _RTF_BREAKS.get(found["word"], "")
        elif found["mark"]:
            piece = {"\n": "\n", "\r": "\n", "~": " ", "_": "-"}.get(found["mark"], found["mark"])
        if found["text"] and skip:
            piece, skip = piece[1:], 0  # what stands for the character where it is not known
        pieces.append("" if aside else piece)
    return "".join(pieces)

"""What is in a mail that somebody saved: what was attached to it, and its text.

Mails come from students, so nothing that takes more than one look at each line is let in: Python's
reader compares every line with the end of each part that is open, and reads what a header says of a
part in a time that grows with the square of its length.
"""

import contextlib
import re
from collections.abc import Callable
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import TreeEntry

MAX_MAIL = 32 * 1024 * 1024  # bytes; providers take 25 MB
MAX_LINES = 500_000  # a file of that size in base64 has 440,000
MAX_MARKS = 20_000  # lines that may end a part, which take 0.25 s; a mail has some dozen parts
MAX_PARTED = 12  # parts that hold parts: of a mail passed on there are three, for each time
MAX_ABOUT = 2_000  # characters of what a header says of a part
_CHARSETS = ("iso-", "windows-", "cp", "koi8", "mac", "gb", "big5", "shift", "euc", "utf-16")
MAX_MAILS = 50  # of one file: a student saves a mail, or what was written to and fro
# The line before each mail of an mbox file, which a line with a header follows.
_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{0,500}\n(?=[A-Za-z-]{1,60}:)")
_LONE_CR = re.compile(rb"\r(?!\n)")  # which ends a line for Python's reader, too
_PARTED = re.compile(rb"multipart/|message/", re.I)
_ABOUT = re.compile(rb"^content-[a-z-]{1,40}:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.I | re.M)


def mail_entries(data: bytes) -> list[tuple[str, TreeEntry]]:
    """(Name, the file) of all that is attached, and of the text, as `text.txt` or `text.html`.

    Raises:
        UnreadableEntry: it is no mail, or one made to be a burden.
    """
    data = _LONE_CR.sub(b"\n", data[: MAX_MAIL + 1])
    if len(data) > MAX_MAIL or data.count(b"\n") > MAX_LINES:
        raise UnreadableEntry(f"it has more than {MAX_MAIL:,} bytes, or {MAX_LINES:,} lines")
    parted = sum(1 for _ in _PARTED.finditer(data))
    many = parted > MAX_PARTED or data.count(b"\n--") > MAX_MARKS
    if many or any(len(one[0]) > MAX_ABOUT for one in _ABOUT.finditer(data)):
        raise UnreadableEntry("it is a mail of too many parts, or of headers that are too long")
    try:
        mail = message_from_bytes(data)
        found = [entry for part in mail.walk() for entry in _file(part)]
    except Exception as error:  # mails made by hand make Python's reader raise many kinds
        raise UnreadableEntry("it cannot be read as a mail") from error
    if not mail.keys() or not found:
        raise UnreadableEntry("it is no mail, or one without a text and files")
    sent = _sent(mail)
    plain = any(name == "text.txt" for name, _ in found)
    return [
        (name, TreeEntry(name.rpartition("/")[2], _reader(content), modified=sent, zoned=True))
        for name, content in found
        if name != "text.html" or not plain  # the same text once more
    ]


def mbox_entries(data: bytes) -> list[tuple[str, TreeEntry]]:
    """The same of a file of several mails, as programs keep them, in a folder for each.

    Raises:
        UnreadableEntry: it is no such file, or one made to be a burden.
    """
    data = _LONE_CR.sub(b"\n", data[: MAX_MAIL + 1])
    # Together they take no longer than one mail may.
    if len(data) > MAX_MAIL or data.count(b"\n") > MAX_LINES or data.count(b"\n--") > MAX_MARKS:
        raise UnreadableEntry("it is longer than a mail, or has more parts")
    before, *mails = _FROM.split(data, MAX_MAILS + 1)
    if before or not mails or len(mails) > MAX_MAILS:
        raise UnreadableEntry(f"it holds no mails, or more than {MAX_MAILS}")
    return [
        (f"mail {number}/{name}", entry)
        for number, mail in enumerate(mails, 1)
        for name, entry in mail_entries(mail)
    ]


def _file(part: Message) -> list[tuple[str, bytes]]:
    """The name of a part that is a file, or a text, and its bytes."""
    content = part.get_payload(decode=True)
    if part.is_multipart() or not isinstance(content, bytes) or not content.strip():
        return []
    name = _name(part)
    kind = part.get_content_type()
    if name:
        return [(name, content)]
    if kind not in ("text/plain", "text/html"):
        return []
    charset = part.get_content_charset("utf-8")
    if charset.startswith(_CHARSETS):
        with contextlib.suppress(LookupError):  # of a name that nobody knows
            content = content.decode(charset, "replace").encode()
    return [("text.html" if kind == "text/html" else "text.txt", content)]


def _name(part: Message) -> str:
    """What an attached file is called, also where the name is encoded as the text of a header."""
    name = part.get_filename() or ""
    with contextlib.suppress(LookupError, ValueError):  # as it stands
        name = str(make_header(decode_header(name)))
    return " ".join(name.split())


def _sent(mail: Message) -> float:
    with contextlib.suppress(TypeError, ValueError, OverflowError):
        return max(parsedate_to_datetime(str(mail["Date"])[:100]).timestamp(), 0.0)
    return 0.0


def _reader(content: bytes) -> Callable[[int], bytes]:
    def read(most: int) -> bytes:
        if len(content) > most:
            raise UnreadableEntry(f"it has more than {most:,} bytes")
        return content

    return read

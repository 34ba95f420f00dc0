"""The text of a table as spreadsheets save it, whatever the language of the office they stand in.

sep=;
student;points          UTF-8 or UTF-16, with a mark of that or without; `,`, `;` or tabs
"""

import codecs
import re

from autograder.refusals import Refusal

_SEPARATORS = ",;\t"  # spreadsheets of other languages write another one
_ENCODINGS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WORKBOOKS = (b"PK\3\4", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods; .xls
_TELLS = re.compile(r"sep=(?P<separator>[,;\t|])\r?\n", re.I)  # to Excel, in a line of its own


class NoTable(Refusal):
    """It is no table as text; the words say what it is, and follow its name."""


def table_text(data: bytes) -> tuple[str, str, int]:
    """The text from its header on, what stands between two cells, and how many lines are before it.

    Raises:
        NoTable: it is a workbook, or no text that is certainly read as it was meant.
    """
    if data.startswith(_WORKBOOKS):
        raise NoTable("is a spreadsheet's own file; save it as CSV UTF-8")
    try:
        text = data.decode(_ENCODINGS.get(data[:2], "utf-8-sig"))
    except UnicodeDecodeError:  # read otherwise, a name would be nobody's, and its points gone
        raise NoTable("is not UTF-8 text; save it as CSV UTF-8") from None
    return with_separator(text)


def with_separator(text: str) -> tuple[str, str, int]:
    """The same of a text."""
    text = text.removeprefix("\ufeff")
    told = _TELLS.match(text)
    if told:
        return text[told.end() :], told["separator"], 1
    return text, max(_SEPARATORS, key=text.partition("\n")[0].count), 0

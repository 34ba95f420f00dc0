"""What people hand in instead of a script or a notebook: a print of it, a link, a shortcut.

    backprop.pdf, backprop.html, backprop.ipynb.gdoc, .backprop.py.icloud, link.txt

It is no exercise file, and nothing can be read from it; so what is to be handed in is said.
"""

import re
from collections.abc import Sequence

from autograder import notes
from autograder.handins.archives import archive_ending
from autograder.handins.naming import ending_of, is_called
from autograder.handins.searching import Found
from autograder.handins.tree import TreeEntry
from autograder.model import Note

MOST = 3  # files that are named for one exercise
_PICTURE = re.compile(r".*\.(?:png|jpe?g|heic|heif|webp|gif|bmp|tiff?)", re.I | re.DOTALL)
_DOCUMENT = {
    "a PDF": re.compile(r".*\.pdf", re.I | re.DOTALL),
    "a document of an old Word": re.compile(r".*\.doc", re.I | re.DOTALL),
    "a document of Pages": re.compile(r".*\.pages", re.I | re.DOTALL),
}
# Of links to a file that lies elsewhere; what they are called need not say what is there.
_LINK = re.compile(r".*\.(?:url|webloc|gdoc|gsheet|lnk|icloud|desktop)", re.I | re.DOTALL)
_TEXT = re.compile(r".*\.(?:txt|md|rtf)", re.I | re.DOTALL)
_ADDRESS = re.compile(rb"\s*(?:\S+[ \t]+){0,6}https?://\S+\s*")
_MAX_TEXT = 2_000  # bytes of a text that may hold nothing but an address


def instead_of(exercise: str, others: Sequence[Found]) -> list[Note]:
    """Notes on files that seem to stand for an exercise of which there is no file.

    Args:
        others: files that are called like no exercise file.
    """
    expected = f"{exercise}.py or {exercise}.ipynb"
    found = (
        notes.INSTEAD(file=other.path, why=why, expected=expected)
        for other in others
        if (why := _why_not_read(other.entry, exercise))
    )
    return [note for note, _ in zip(found, range(MOST), strict=False)]


def _why_not_read(entry: TreeEntry, exercise: str) -> str:
    for what, ending in _DOCUMENT.items():
        if ending.fullmatch(entry.name):
            return f"is {what}, from which code cannot be had back"
    if is_called(entry.name, exercise) and _PICTURE.fullmatch(entry.name):
        return "is a picture, from which code cannot be had back"
    # What has the ending of one of ours is code: the student's own tests of the exercise, say.
    if is_called(entry.name, exercise) and not ending_of(entry.name)[1]:
        return "does not end in .py or .ipynb and was not read"
    if archive_ending(entry.name):
        return "is an archive within others and was not opened"
    return "holds no code that can be read here" if _is_link(entry) else ""


def _is_link(entry: TreeEntry) -> bool:
    if _LINK.fullmatch(entry.name):
        return True
    data = entry.data(_MAX_TEXT) if _TEXT.fullmatch(entry.name) else None
    return data is not None and _ADDRESS.fullmatch(data) is not None

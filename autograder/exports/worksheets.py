"""Moodle's own lists in whatever language: their columns by places and shapes.

Of the gradebook that is first name, last name, and a column of email addresses. Of the grading
worksheet the titles are those of the site's language, and Moodle looks for the same titles when it
comes back (`assignfeedback_offline_grade_importer::init` of Moodle). What does not change is the
order (`assign_grading_table`): first "Participant 1234567"; the grade, then the highest grade,
which everybody has alike; at the end two titles that differ in brackets, when the submission and
when the grade was last modified, and behind the second what teachers wrote.
"""

import re
from collections.abc import Mapping, Sequence

IDENTIFIER, COMMENTS = "Identifier", "Feedback comments"
GRADE, HIGHEST, MARKED = "Grade", "Maximum Grade", "Last modified (grade)"
_FEWEST = 5  # columns: identifier, status, grade, highest grade and when it was modified
_PARTICIPANT = re.compile(r"(?P<word>[^\W\d](?:.*\D)?)\s*\d+", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_PART_OF_A_NAME = re.compile(r"[^\d@]*[^\W\d][^\d@]*")
_IN_BRACKETS = re.compile(r"(?P<what>.+?)\s*[(\uff08].+[)\uff09]\s*")


def worksheet_words(lines: Sequence[Sequence[str]]) -> Mapping[str, str]:
    """Our titles of the columns of a worksheet -> as this one calls them; nothing if it is none.

    Args:
        lines: all of them, the header first.
    """
    header, rows = lines[0], [line for line in lines[1:] if any(map(str.strip, line))]
    if len(header) < _FEWEST or not rows or any(len(row) < len(header) for row in rows):
        return {}
    people = [_PARTICIPANT.fullmatch(row[0].strip()) for row in rows]
    called = {person["word"].strip() if person else "" for person in people}
    submitted, marked = _times(header)
    highest = next((at for at in range(submitted - 1, 1, -1) if _is_everybodys(rows, at)), 0)
    if len(called) != 1 or "" in called or not highest:
        return {}
    words = {IDENTIFIER: 0, GRADE: highest - 1, HIGHEST: highest, MARKED: marked}
    if marked + 1 < len(header):
        words[COMMENTS] = marked + 1
    return {ours: header[at].strip() for ours, at in words.items()}


def _times(header: Sequence[str]) -> tuple[int, int]:
    """Where it says when the submission and when the grade was last modified: two titles that are
    one but for their brackets; the last with brackets for both, where there are no such two."""
    seen: dict[str, int] = {}
    for at, title in enumerate(header):
        if match := _IN_BRACKETS.fullmatch(title.strip()):
            if match["what"] in seen:
                return seen[match["what"]], at
            seen[match["what"]] = at
    last = max(seen.values(), default=0)
    return last, last


def _is_everybodys(rows: Sequence[Sequence[str]], at: int) -> bool:
    values = {row[at].strip() for row in rows}
    return len(values) == 1 and _NUMBER.fullmatch(values.pop()) is not None


def gradebook_columns(lines: Sequence[Sequence[str]]) -> dict[str, int]:
    """Fields of people -> columns of a gradebook whose titles say nothing; nothing if it is none.

    Args:
        lines: all of them, the header first.
    """
    rows = [line for line in lines[1:] if any(map(str.strip, line))]
    columns = range(2, max(map(len, rows), default=0))
    email = next((at for at in columns if _all_are(_EMAIL, rows, at)), 0)
    if not email or not all(_all_are(_PART_OF_A_NAME, rows, at) for at in (0, 1)):
        return {}
    return {"first_name": 0, "last_name": 1, "email": email}


def _all_are(shape: re.Pattern[str], rows: Sequence[Sequence[str]], at: int) -> bool:
    return all(at < len(row) and shape.fullmatch(row[at].strip()) for row in rows)

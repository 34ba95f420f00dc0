"""Pictures of a student's own network, as they are kept between drawing and the notebook.

They are drawn by the process that grades, from what the student's functions returned, and lie
beside the results in a file for each student, which says of which files they are the pictures.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from autograder._version import __version__
from autograder.catalogue import Assignment
from autograder.charts import Chart, Picture
from autograder.model import Report
from autograder.pictures.gallery import pictures_of
from autograder.pictures.in_html import TITLE, WHY, as_list, as_table, undrawn
from autograder.pictures.svg import to_svg
from autograder.results.files import write_atomically

FOLDER = "pictures"


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """One picture.

    Attributes:
        exercise: in whose notebook it is shown.
        title, caption: what it is, and what to look for.
        svg: the drawing; empty for a picture that is a table.
        html: the table, or what is not drawn and why.
        words: the numbers that are drawn.
    """

    exercise: str
    title: str
    caption: str
    svg: str
    html: str
    words: str


def stored_pictures(charts: Sequence[Chart], assignment: Assignment) -> list[StoredPicture]:
    """The charts, each with the last exercise that it needs; at the end what is not drawn yet."""
    pictures, missing = [], dict[str, list[Chart]]()
    for chart, picture in zip(charts, pictures_of(assignment), strict=True):
        exercise = _exercise(picture, assignment)
        if chart.empty:
            missing.setdefault(exercise, []).append(chart)
            continue
        svg = to_svg(chart, standalone=True) if chart.table is None else ""
        table = as_table(chart.table, "table table-condensed") if chart.table else ""
        caption = " ".join([*(f"{doubt}." for doubt in chart.doubts), chart.caption])
        pictures.append(StoredPicture(exercise, chart.title, caption, svg, table, chart.alt))
    return pictures + [_not_yet(exercise, group) for exercise, group in missing.items()]


def _not_yet(exercise: str, charts: Sequence[Chart]) -> StoredPicture:
    lines = undrawn(charts)
    return StoredPicture(exercise, TITLE, WHY, "", as_list(lines), "; ".join(lines))


def _exercise(picture: Picture, assignment: Assignment) -> str:
    needed = {assignment.exercise_of(name) for part in picture.parts for name in part.needs}
    return [name for name in assignment.exercises if name in needed][-1]


def _path(results: Path, student: str) -> Path:
    name = hashlib.sha256(student.encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return results / FOLDER / f"{name}.json"


def store(results: Path, report: Report, pictures: Sequence[StoredPicture]) -> None:
    """Write a student's pictures down.

    Raises:
        OSError: that cannot be done.
    """
    path = _path(results, report.student)
    text = json.dumps({"of": _of(report), "pictures": [asdict(one) for one in pictures]})
    write_atomically(path, text.encode(), durable=False)


def stored(results: Path, report: Report) -> list[StoredPicture] | None:
    """The pictures of the files that were graded; None when none were drawn of them yet."""
    try:
        found = json.loads(_path(results, report.student).read_bytes())
        if found["of"] != _of(report):
            return None
        return [StoredPicture(**one) for one in found["pictures"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _of(report: Report) -> dict[str, object]:
    return {"files": dict(report.files), "grader": __version__, "earned": report.score}

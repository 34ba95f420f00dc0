"""The page about a class."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.catalogue import Assignment
from autograder.charts import Bars, Chart, Panel
from autograder.pages.class_numbers import (
    MIN_TOGETHER,
    ClassNumbers,
    Distribution,
    Example,
    Row,
    distribution,
    together,
)
from autograder.pages.names import ShownName
from autograder.pages.page import as_it_is, render
from autograder.pages.sources import Excerpt
from autograder.pictures.svg import to_svg
from autograder.showing import prose, spoken

STUDENTS = "students"  # the folder of the single pages, beside the page
Look = Callable[[Example], Excerpt | None]


def class_page(
    numbers: ClassNumbers,
    assignment: Assignment,
    names: Mapping[str, ShownName],
    look: Look | None = None,
    *,
    linked: bool = True,
) -> str:
    """A self-contained HTML page.

    Args:
        look: finds the lines of an example; None shows no lines.
        linked: whether every student has a page in the folder `STUDENTS`.
    """
    scores = distribution(numbers.rows, numbers.highest)
    claims = assignment.claims()
    words = {id_: claims.get(id_) or prose(spoken(id_), 160) for id_ in numbers.checks}
    marks = _marks(numbers)
    groups = list(dict.fromkeys(name for row in numbers.rows for name in row.groups))
    named = _misconceptions(numbers, assignment, names, look, marks)
    values = {
        "assignment": numbers.assignment,
        "count": len(numbers.rows),
        "judged": len(numbers.judged),
        "scores": scores,
        "highest": numbers.highest,
        "environments": list(numbers.environments),
        "chart": _drawing(scores),
        "bars": list(zip(scores.edges, scores.edges[1:], scores.counts, strict=False)),
        "hardest": [(count, words[count.id], marks[count.id]) for count in numbers.hardest()],
        "misconceptions": [m for m in named if not m["accident"]],
        "accidents": [m for m in named if m["accident"]],
        "fewest": MIN_TOGETHER,
        "together": [(p, words[p.first], words[p.second]) for p in together(numbers)],
        "persons": [
            (names[row.student], row.reasons, [prose(note.text, 300) for note in row.notes[:5]])
            for row in numbers.for_a_person()
        ],
        "alike": [(words, [names[s] for s in group]) for words, group in numbers.alike.groups()],
        "groups": [prose(group, 40) for group in groups],
        "rows": [_row(row, names[row.student], groups, marks) for row in numbers.rows],
        "functions": {id_: numbers.checks[id_].function for id_ in numbers.checks},
        "folder": STUDENTS if linked else "",
    }
    return render("class.html", values, script="class.js")


def _marks(numbers: ClassNumbers) -> dict[str, str]:
    marks = {count.id: f"c{i}" for i, count in enumerate(numbers.hardest())}
    return marks | {count.id: f"m{i}" for i, count in enumerate(numbers.frequent())}


def _row(
    row: Row, who: ShownName, groups: list[str], marks: Mapping[str, str]
) -> tuple[ShownName, Row, list[float | None], str]:
    """A row of the table of students; last the marks of what failed, for the filter: "c3 c7 m1"."""
    own = [marks[id_] for id_ in (*row.failed, *row.diagnoses) if id_ in marks]
    return who, row, [row.groups.get(group) for group in groups], " ".join(own)


def _misconceptions(
    numbers: ClassNumbers,
    assignment: Assignment,
    names: Mapping[str, ShownName],
    look: Look | None,
    marks: Mapping[str, str],
) -> list[dict[str, Any]]:
    shown = []
    for count in numbers.frequent():
        idea = assignment.misconceptions.get(count.id)
        shown.append(
            {
                "id": count.id,
                "accident": idea is not None and idea.accident,
                "sentence": idea.sentence if idea else spoken(count.id),
                "students": count.students,
                "functions": [name for name, _ in count.functions.most_common()],
                "mark": marks[count.id],
                "examples": [
                    (
                        names[example.student],
                        example.check.function,
                        prose(example.check.said.observed, 300),
                        look(example) if look else None,
                    )
                    for example in count.examples
                ],
            }
        )
    return shown


def _drawing(scores: Distribution) -> Any:
    heights = np.array(scores.counts, dtype=float)
    panel = Panel(
        "students by points",
        "points",
        "students",
        (Bars(np.array(scores.edges), heights),),
        y_range=(0.0, max(1.0, 1.05 * float(heights.max()))),
    )
    words = "; ".join(
        f"{count} from {low:g} to {high:g}"
        for low, high, count in zip(scores.edges, scores.edges[1:], scores.counts, strict=False)
    )
    chart = Chart("Distribution of scores", "", ((panel,),), alt=f"Students: {words}.")
    return as_it_is(to_svg(chart, width=420))

"""The numbers of the class report as CSV."""

from collections.abc import Mapping

from autograder.pages.class_numbers import ClassNumbers, together
from autograder.pages.names import ShownName
from autograder.showing import Cell, csv_text, plain_number, safe


def csv_files(numbers: ClassNumbers, names: Mapping[str, ShownName]) -> dict[str, str]:
    """File name -> text, for every table of the report."""
    return {
        "students.csv": csv_text(_students(numbers, names)),
        "checks.csv": csv_text(_checks(numbers)),
        "misconceptions.csv": csv_text(_misconceptions(numbers)),
        "together.csv": csv_text(_together(numbers)),
    }


def _students(numbers: ClassNumbers, names: Mapping[str, ShownName]) -> list[list[Cell]]:
    groups = list(dict.fromkeys(name for row in numbers.rows for name in row.groups))
    head = ("student", "status", "score", *map(safe, groups))
    rows: list[list[Cell]] = [[*head, "not passed", "misconceptions", "look"]]
    for row in numbers.rows:
        points: list[Cell] = [plain_number(row.groups.get(group, 0.0)) for group in groups]
        who = (safe(names[row.student].name), safe(row.status), plain_number(row.score))
        words = (" ".join(row.diagnoses), "; ".join(row.reasons))
        rows.append([*who, *points, len(row.failed), *(safe(text, 1000) for text in words)])
    return rows


def _checks(numbers: ClassNumbers) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        ["check", "function", "points", "failed", "blocked", "broken", "points lost"]
    ]
    for count in numbers.checks.values():
        head = (safe(count.id), safe(count.function), plain_number(count.points))
        counts = (count.failed, count.blocked, count.broken)
        rows.append([*head, *counts, plain_number(count.lost)])
    return rows


def _misconceptions(numbers: ClassNumbers) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["misconception", "students", "functions"]]
    for count in numbers.frequent():
        functions = " ".join(name for name, _ in count.functions.most_common())
        rows.append([safe(count.id), count.students, safe(functions, 1000)])
    return rows


def _together(numbers: ClassNumbers) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["check", "and", "both", "either", "share"]]
    for pair in together(numbers, limit=1000):
        rows.append(
            [safe(pair.first), safe(pair.second), pair.both, pair.either, plain_number(pair.share)]
        )
    return rows

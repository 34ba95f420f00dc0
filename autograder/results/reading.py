"""Reads `results.jsonl`, the record of a graded class."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from autograder.model import Report
from autograder.showing import shown

RESULTS = "results.jsonl"


class ExportError(ValueError):
    """The export cannot be made; the text says in one sentence why, and what to do."""


@dataclass(frozen=True, slots=True)
class Results:
    """The reports of a class, one a student, in the order of their names.

    Attributes:
        assignment: what all of them are about.
        reports: the last report of each student.
        notes: what was odd about the file.
    """

    assignment: str
    reports: tuple[Report, ...]
    notes: tuple[str, ...] = ()


def read_results(folder: Path) -> Results:
    """The results in a folder that `autograder grade` wrote.

    A line that was torn when the grader was killed is left out with a note. Of several records of
    one student the last counts, which is that of the submission as it was graded last.

    Raises:
        ExportError: there are no results, or they are not of one assignment.
    """
    notes: list[str] = []
    last: dict[str, Report] = {}
    assignments: set[str] = set()
    for number, record in _records(_lines(folder), notes):
        report = _report(number, record)
        assignments.add(report.assignment)
        if last.pop(report.student, None) is not None:
            notes.append(f"{shown(report.student)} has several records: the last one counts")
        last[report.student] = report
    if not last:
        raise ExportError(f"{folder / RESULTS} holds no results yet; grade a class into it first")
    if len(assignments) > 1:
        names = ", ".join(sorted(shown(name) for name in assignments))
        raise ExportError(f"{folder / RESULTS} mixes assignments ({names}); export one at a time")
    return Results(assignments.pop(), tuple(last[name] for name in sorted(last)), tuple(notes))


def _lines(folder: Path) -> list[bytes]:
    try:
        # Split at line feeds only: JSON strings may hold other line separators of Unicode.
        return (folder / RESULTS).read_bytes().split(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        raise ExportError(
            f"{folder} holds no {RESULTS}; give the folder that was --out of `autograder grade`"
        ) from None
    except OSError as error:
        raise ExportError(f"{folder / RESULTS} cannot be read: {error.strerror}") from error


def _records(lines: list[bytes], notes: list[str]) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line, parse_constant=_refuse)
        except (ValueError, RecursionError):
            where = "the last line" if number == len(lines) else f"line {number}"
            notes.append(f"{where} of {RESULTS} is torn and left out; grade again to complete it")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _report(number: int, record: Any) -> Report:
    try:
        if not isinstance(record, dict):
            raise ValueError("it is not a record")
        report = Report.from_dict(record)
        if not all(isinstance(record[name], str) for name in ("student", "assignment")):
            raise ValueError("its student or assignment is not text")
    except ValueError as error:
        raise ExportError(f"line {number} of {RESULTS} is of no use: {error}") from error
    return report


def some(names: Iterable[str], limit: int = 5) -> str:
    """The first few names, for a note."""
    names = list(names)
    listed = ", ".join(shown(name, 60) for name in names[:limit])
    return f"{listed} and {len(names) - limit} more" if len(names) > limit else listed

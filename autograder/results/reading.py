"""Reads `results.jsonl`, the record of a graded class: for the grader itself and all that follows.

A line that is no record costs itself and is told with its number. The last line may be torn, when
the grader was killed while it wrote; the next run of the grader takes it away.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NoReturn

from autograder.model import Report
from autograder.refusals import Refusal
from autograder.results.files import UnusableFolder, refusals_in_words
from autograder.results.graded_from import make_known
from autograder.results.written import Key, keys_of, nobodys, read_written, with_points
from autograder.showing import shown

RESULTS = "results.jsonl"


class ExportError(Refusal):
    """The export cannot be made; the text says in one sentence why, and what to do."""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One line of the file.

    Attributes:
        number: from 1.
        offset: in bytes, of its beginning.
        length: in bytes, with the line feed if there is one.
        report: its record; None if it is none.
        why: what is wrong with a line that is no record.
        whole: it ends in a line feed.
    """

    number: int
    offset: int
    length: int
    report: Report | None
    why: str
    whole: bool

    @property
    def note(self) -> str:
        """What is to be said about a line that is no record."""
        if not self.whole:
            return f"the last line of {RESULTS} is torn and left out; grade again to complete it"
        return (
            f"line {self.number} of {RESULTS} is no record and left out ({self.why}); "
            "grade again to complete it"
        )


def read_lines(file: IO[bytes]) -> Iterator[RecordLine]:
    """The lines of the file from its beginning, without empty ones.

    They end at line feeds only: strings of JSON may hold other line separators of Unicode.
    """
    file.seek(0)
    offset = 0
    for number, data in enumerate(file, 1):
        if data.strip():
            report, why = _parsed(data)
            yield RecordLine(number, offset, len(data), report, why, data.endswith(b"\n"))
        offset += len(data)


def _parsed(data: bytes) -> tuple[Report | None, str]:
    try:
        record = json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None, "it is not JSON"
    try:
        if not isinstance(record, dict):
            raise ValueError("it is not an object")
        if not all(isinstance(record.get(name), str) for name in ("student", "assignment")):
            raise ValueError("its student or assignment is not text")
        return Report.from_dict(record), ""
    except (ValueError, AttributeError) as error:
        return None, shown(str(error))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


class Records:
    """The last record of each student in a folder, by name; reading takes no hold of the folder.

    Only where they are is kept in memory, so that ten thousand of them need not be held at once.

    Attributes:
        notes: what was odd about the file.
        assignments: what the records are about.
    """

    def __init__(self, folder: Path) -> None:
        """Look through the file.

        Raises:
            UnusableFolder: there is none, or it cannot be read.
        """
        self.path = folder / RESULTS
        self.notes: list[str] = []
        self.assignments: set[str] = set()
        self._places: dict[str, tuple[int, int]] = {}
        self._entered = read_written(folder)
        self._asked: set[Key] = set()
        make_known(folder)
        try:
            with refusals_in_words(folder, "read"), open(self.path, "rb") as file:
                for line in read_lines(file):
                    self._place(line)
            self.notes += nobodys(self._entered, self._asked)
        except UnusableFolder as error:
            if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
                raise UnusableFolder(
                    f"{folder} holds no {RESULTS}; give the folder that was --out of "
                    "`autograder grade`"
                ) from None
            raise

    def _place(self, line: RecordLine) -> None:
        if line.report is None:
            self.notes.append(line.note)
            return
        student = line.report.student
        if student in self._places:
            self.notes.append(f"{shown(student)} has several records: the last one counts")
        self._places[student] = line.offset, line.length
        self._asked |= keys_of(line.report)
        self.assignments.add(line.report.assignment)

    def require_one_assignment(self) -> str:
        """What all records are about.

        Raises:
            ExportError: they are about several assignments, or there are none.
        """
        if not self._places:
            raise ExportError(f"{self.path} holds no results yet; grade a class into it first")
        if len(self.assignments) > 1:
            names = ", ".join(sorted(shown(name) for name in self.assignments))
            raise ExportError(f"{self.path} mixes assignments ({names}); grade each into its own")
        return min(self.assignments)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Report]:
        with refusals_in_words(self.path.parent, "read"), open(self.path, "rb") as file:
            for student in sorted(self._places):
                offset, length = self._places[student]
                file.seek(offset)
                report, _ = _parsed(file.read(length))
                if report is None or report.student != student:
                    raise UnusableFolder(f"{self.path} was changed while it was read; try again")
                yield with_points(report, self._entered, self.path.parent)


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
    """The results in a folder that `autograder grade` wrote, all of one assignment.

    Raises:
        UnusableFolder: there is no folder of results, or it cannot be read.
        ExportError: it holds none, or they are not of one assignment.
    """
    records = Records(folder)
    assignment = records.require_one_assignment()
    return Results(assignment, tuple(records), tuple(records.notes))

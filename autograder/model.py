"""What grading produces: plain frozen data, with no behaviour but its own form.

Everything that people look at (terminal, notebook, pages, gradebook, exports) is a function
of one `Report`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

from autograder.messages import NO_CASE, NOTHING, Message, Plain, Snippet

SCHEMA = 1  # of records; by contract
SEE_NOTES = "see the notes"  # why a person must look when nothing more is known


class Outcome(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    BLOCKED = "blocked"  # something that the check needs had failed before
    BROKEN = "broken"  # the grader's own fault: nothing is earned yet, and a person looks at it


class Status(StrEnum):
    """What became of a submission as a whole."""

    GRADED = "graded"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Note:
    """What the instructor should know about a submission; `notes.py` has the kinds.

    Attributes:
        kind: id of the kind.
        text: the sentence.
        look: in a few words, why a person must look; empty when nobody needs to.
        inside: it is between the grader and the instructor, and not shown to the student.
        fields: what the sentence was made from, text or several names.
    """

    kind: str
    text: str
    look: str = ""
    inside: bool = False
    fields: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Its part of a record, beside the sentence."""
        return {
            "kind": self.kind,
            "look": self.look,
            "inside": self.inside,
            "fields": dict(self.fields),
        }


@dataclass(frozen=True, slots=True)
class CheckResult(Plain):
    """One check on one submission.

    `said` is nothing from the grader's inside, and empty when the check passed. `diagnosis` is the
    id of a misconception. `case` is a failing case to paste; records keep those of all checks
    together.
    """

    id: str
    exercise: str
    function: str
    points: float
    earned: float
    outcome: Outcome
    said: Message = NOTHING
    diagnosis: str | None = None
    case: Snippet = NO_CASE

    @property
    def name(self) -> str:
        """The claim: the last part of the id."""
        return self.id.rsplit(".", 1)[-1]

    @property
    def message(self) -> str:
        """What a record says of it: labelled lines ("we saw: …")."""
        return str(self.said) if self.said != NOTHING else ""

    def to_dict(self) -> dict[str, Any]:
        """Its part of a record; `dataclasses.asdict` would take ten times as long, which is a
        twentieth of a class's time."""
        return {
            "id": self.id,
            "exercise": self.exercise,
            "function": self.function,
            "points": float(self.points),
            "earned": float(self.earned),
            "outcome": str(self.outcome),
            "message": self.message,
            "diagnosis": self.diagnosis,
        }

    @classmethod
    def from_dict(cls, check: Mapping[str, Any], case: str) -> Self:
        """The result that `to_dict` wrote, and its failing case.

        Raises:
            KeyError, TypeError, ValueError: it lacks a field, or has another one.
        """
        known = dict(check)
        said, outcome = Message.read(str(known.pop("message"))), Outcome(known.pop("outcome"))
        return cls(**known, outcome=outcome, said=said, case=Snippet.read(case))


@dataclass(frozen=True, slots=True)
class WrittenMark:
    """What one answer to a written question is worth; a person decides.

    Attributes:
        question: its name.
        exercise: in whose file the answer stands.
        points: what can be had.
        earned: None until a person has entered it.
    """

    question: str
    exercise: str
    points: float
    earned: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known about one submission.

    Attributes:
        student: whose.
        assignment: its name.
        status: what became of the submission as a whole.
        seed: decided the cases.
        grader: the version of this package.
        seconds: wall time of grading.
        files: name -> SHA-256 of every file that was graded.
        notes: what the instructor should know.
        checks: the results.
        environment: `python`, `numpy` and `lockdown`: versions, and how student code was confined.
        likeness: hand-ins that share it are the same but for names, comments and layout; or empty.
        prints: fingerprints of what is written, eight digits each; see `handins/winnowing.py`.
        written: marks of the written questions, which count beside the score.
        max_score: what can be had; the sum of the points of the checks unless there are none.
    """

    student: str
    assignment: str
    status: Status
    seed: int
    grader: str
    seconds: float = 0.0
    files: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    max_score: float = 0.0
    written: tuple[WrittenMark, ...] = ()
    likeness: str = ""
    prints: str = ""

    def __post_init__(self) -> None:
        if self.checks:
            possible = round(float(sum(check.points for check in self.checks)), 4)
            object.__setattr__(self, "max_score", possible)

    @property
    def score(self) -> float:
        """Points of all checks, to two decimals, within [0, max_score]."""
        earned = sum(check.earned for check in self.checks)
        return round(float(min(max(earned, 0.0), self.max_score)), 2)

    def to_dict(self) -> dict[str, Any]:
        """The record of `results.jsonl`."""
        return {
            "schema": SCHEMA,
            "student": self.student,
            "assignment": self.assignment,
            "status": str(self.status),
            "score": self.score,
            "max_score": self.max_score,
            "seed": self.seed,
            "grader": self.grader,
            "seconds": self.seconds,
            "files": dict(self.files),
            "environment": dict(self.environment),
            "notes": [note.text for note in self.notes],
            "noted": [note.to_dict() for note in self.notes],
            "checks": [check.to_dict() for check in self.checks],
            "cases": {check.id: str(check.case) for check in self.checks if check.case},
            "written": [asdict(mark) for mark in self.written],
            "likeness": self.likeness,
            "prints": self.prints,
        }

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Self:
        """The report that `to_dict` wrote.

        Raises:
            ValueError: the record is of another schema, or lacks a field.
        """
        if record.get("schema") != SCHEMA:
            raise ValueError(f"a record of schema {record.get('schema')!r}, expected {SCHEMA}")
        cases = record.get("cases", {})
        try:
            return cls(
                student=record["student"],
                assignment=record["assignment"],
                status=Status(record["status"]),
                seed=record["seed"],
                grader=record["grader"],
                seconds=record["seconds"],
                files=dict(record["files"]),
                environment=dict(record.get("environment", {})),
                max_score=float(record["max_score"]),
                notes=_notes(record["notes"], record.get("noted")),
                checks=tuple(
                    CheckResult.from_dict(check, str(cases.get(check["id"], "")))
                    for check in record["checks"]
                ),
                likeness=str(record.get("likeness", "")),
                prints=str(record.get("prints", "")),
                written=tuple(WrittenMark(**mark) for mark in record.get("written", ())),
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"an incomplete record: {error}") from error


def _notes(texts: Sequence[str], noted: Sequence[Mapping[str, Any]] | None) -> tuple[Note, ...]:
    """The notes of a record; what has no kind beside it is for a person to read."""
    if noted is None:
        return tuple(Note("other", text, SEE_NOTES) for text in texts)
    if len(noted) != len(texts):
        raise TypeError("its notes and their kinds are not of one number")
    return tuple(
        Note(text=text, **{**kind, "fields": _fields(kind["fields"])})
        for text, kind in zip(texts, noted, strict=True)
    )


def _fields(written: Mapping[str, Any]) -> dict[str, str | tuple[str, ...]]:
    return {
        k: tuple(value) if isinstance(value, list) else value for k, value in dict(written).items()
    }


def repeated(checks: Iterable[CheckResult]) -> set[str]:
    """Ids of the checks that saw what an earlier one of their function saw, as all do of what
    raises; none that passed."""
    again: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for check in checks:
        if check.outcome is not Outcome.PASSED:
            cause = check.function, check.said.observed
            again |= {check.id} if cause in seen else set()
            seen.add(cause)
    return again


def points_by_function(checks: Iterable[CheckResult]) -> dict[tuple[str, str], tuple[float, float]]:
    """(exercise, function) -> (earned, possible), in the order of the checks."""
    table: dict[tuple[str, str], tuple[float, float]] = {}
    for check in checks:
        earned, possible = table.get((check.exercise, check.function), (0.0, 0.0))
        table[check.exercise, check.function] = earned + check.earned, possible + check.points
    return table

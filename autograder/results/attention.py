"""Which submissions a person should look at, and why: for the terminal and for the report alike."""

from __future__ import annotations

from autograder.model import Outcome, Report, Status

UNKNOWN = "see the notes"
# Diagnoses that mean that a limit ended the student's process.
_LIMITS = {"hangs": "a time limit was hit", "process-died": "its process died or was killed"}
# Pieces of the notes that grading writes, and why each needs a person. The notes are the only
# record of these; a note that nothing here knows is shown as it is.
_NOTES = {
    "sent something that is no answer": "hostile signs: forged or garbled replies",
    "was handed in as": "handed in twice",
    "is broken:": "a check of ours broke",
    "without lock-down": "",  # true of everybody alike: no news about one of them
    "was taken as": "",  # a download's renaming, taken back
    "did not come to an end": "a time limit was hit",
    "process ended": "its process died or was killed",
}


def reasons(report: Report) -> tuple[str, ...]:
    """Why a person should look at a submission, in a few words each; empty for most."""
    found: dict[str, None] = {}
    if report.status is not Status.GRADED:
        found[str(report.status)] = None
    if any(check.outcome is Outcome.BROKEN for check in report.checks):
        found["a check of ours broke"] = None
    for check in report.checks:
        if check.diagnosis in _LIMITS:
            found[_LIMITS[check.diagnosis]] = None
    for note in report.notes:
        why = _reasons_of(note)
        if why != [UNKNOWN] or report.status is Status.GRADED:  # or else the notes are about that
            found |= dict.fromkeys(why)
    return tuple(found)


def _reasons_of(note: str) -> list[str]:
    known = [why for piece, why in _NOTES.items() if piece in note]
    return [why for why in known if why] if known else [UNKNOWN]


def in_words(report: Report) -> str:
    """The first of the reasons with its circumstances, on one line; empty for most."""
    found = reasons(report)
    if not found:
        return ""
    broken = [check.id for check in report.checks if check.outcome is Outcome.BROKEN]
    if broken:
        return f"{broken[0]} is broken" + (f", and {len(broken) - 1} more" if broken[1:] else "")
    if report.status is Status.ERROR:
        return report.notes[-1] if report.notes else "not graded"
    if report.status is not Status.GRADED:
        return f"{report.status}: {report.notes[0]}" if report.notes else str(report.status)
    for check in report.checks:
        if check.diagnosis in _LIMITS:
            return f"{_LIMITS[check.diagnosis]} in {check.function}"
    return next(note for note in report.notes if _reasons_of(note) != [])

"""Which submissions a person should look at, and why: for the terminal, the report and exports."""

from autograder.model import Note, Outcome, Report, Status

# Diagnoses that mean that a limit ended the student's process.
_LIMITS = {"hangs": "a time limit was hit", "process-died": "its process died or was killed"}
_UNREAD = ("unreadable", "left-out", "instead")  # kinds of notes
BROKEN = "a check of ours broke"


def reasons(report: Report) -> tuple[str, ...]:
    """Why a person should look at a submission, in a few words each; empty for most."""
    found: dict[str, None] = {}
    if report.status is not Status.GRADED:
        found[str(report.status)] = None
    if any(check.outcome is Outcome.BROKEN for check in report.checks):
        found[BROKEN] = None
    for check in report.checks:
        if check.diagnosis in _LIMITS:
            found[_LIMITS[check.diagnosis]] = None
    return tuple(found | {note.look: None for note in _pressing(report)})


def _pressing(report: Report) -> list[Note]:
    """The notes that a person must read, without those that say again what the status says."""
    told = () if report.status is Status.GRADED else ("not-graded", "unreadable", "other")
    return [note for note in report.notes if note.look and note.kind not in told]


def why_a_person(report: Report) -> str:
    """The first of the reasons with its circumstances, and the others, on one line."""
    if report.status in (Status.EMPTY, Status.UNREADABLE) and report.notes:
        # The note that says most: on a file that could not be read, if there is one.
        unread = (note for note in report.notes if note.kind in _UNREAD)
        note = next(unread, report.notes[0])
        first = f"{report.status}: {note.text}"
        others = [reason for reason in reasons(report)[1:] if reason != note.look]
    else:
        first, others = _first(report), list(reasons(report)[1:])
    return f"{first}; also: {', '.join(others)}" if others else first


def _first(report: Report) -> str:
    if report.status is Status.ERROR:
        return report.notes[-1].text if report.notes else "not graded"
    if report.status is not Status.GRADED:
        return str(report.status)
    broken = [check.id for check in report.checks if check.outcome is Outcome.BROKEN]
    if broken:
        return f"{broken[0]} is broken" + (f", and {len(broken) - 1} more" if broken[1:] else "")
    for check in report.checks:
        if check.diagnosis in _LIMITS:
            return f"{_LIMITS[check.diagnosis]} in {check.function}"
    return next((note.text for note in _pressing(report)), "")

"""Functions that a file names and that are not there once it has run: a person looks at those."""

from collections.abc import Iterable, Sequence

from autograder import notes
from autograder.handins.content import holds
from autograder.handins.submission import HandIn
from autograder.model import CheckResult, Note

_MISSING = "missing-function"  # the diagnosis of a function that is not there when a file has run
_NOT_THERE = {_MISSING, "missing-file"}


def still_true(
    known: Iterable[Note], checks: Iterable[CheckResult], later: Iterable[Note]
) -> list[Note]:
    """Notes of the reading without those on functions that were there once the files had run.

    A search of the text does not find what stands behind a prompt or in a call of a cell magic. Nor
    does it say anything of a file that turned out to be none: a web page, say.
    """
    unread = {note.fields["file"] for note in later if note.kind == notes.UNREADABLE.id}
    there = {c.function for c in checks if c.diagnosis not in _NOT_THERE}
    kept = []
    for note in known:
        if note.kind == notes.ONLY_NAMED.id and note.fields["file"] in unread:
            continue
        names = note.fields["functions"] if note.kind == notes.ONLY_NAMED.id else ()
        missing = [name for name in names if name not in there]
        if len(names) == len(missing):
            kept.append(note)
        elif missing:
            kept.append(notes.ONLY_NAMED(**{**note.fields, "functions": missing}))
    return kept


def named_but_missing(
    checks: Iterable[CheckResult], files: Sequence[HandIn], known: Iterable[Note] = ()
) -> list[Note]:
    """Notes on functions that a file names and that are not defined once it has run."""
    told = {(note.fields.get("exercise"), note.fields.get("file")) for note in known}
    missing: dict[str, dict[str, None]] = {}
    for check in checks:
        if check.diagnosis == _MISSING:
            missing.setdefault(check.exercise, {})[check.function] = None
    found = []
    for file in files:
        if file.exercise in missing and (file.exercise, file.name) not in told:
            named = holds(file.data, missing[file.exercise]).mentioned
            if named:
                functions = [name for name in missing[file.exercise] if name in named]
                found.append(
                    notes.NOT_BOUND(functions=functions, exercise=file.exercise, file=file.name)
                )
    return found

"""The results folder: `results.jsonl` as it grows, what is settled about the run, `scores.csv`.

A record is one line, appended in one piece as soon as a submission is graded. Whatever kills the
grader, at most the last line is torn, and the next run takes it away. When all is done the file is
put in order, one record a student, and replaced in one step.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import IO, Any

from autograder.model import Note, Report, Status
from autograder.results.attention import reasons

RESULTS = "results.jsonl"
RUN = "run.json"
LOCK = ".lock"
SYNC_SECONDS = 1.0  # the most that a power cut may cost


class UnusableFolder(RuntimeError):
    """The results folder cannot be used; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal remembers of a record: enough to tell whether it still holds."""

    offset: int
    length: int
    status: str
    seed: int
    grader: str
    files: Mapping[str, str]
    notes: tuple[str, ...]


class Journal:
    """The results in a folder, open for adding to them; a context manager.

    Attributes:
        known: what there is, by student.
        aside: the file into which records of other settings were put, if there were any.
    """

    def __init__(self, folder: Path) -> None:
        """Open or create it, and take away a torn last line.

        Raises:
            UnusableFolder: it cannot be written, or another grader is writing to it.
        """
        self.folder = folder
        self.path = folder / RESULTS
        self.known: dict[str, Known] = {}
        self.aside = ""
        self._synced = time.monotonic()
        with _in_words(folder, "opened"):
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(folder)
            with contextlib.ExitStack() as undo:
                undo.callback(self._lock.close)
                self._file = undo.enter_context(open(self.path, "ab+"))
                self._load()
                undo.pop_all()  # nothing went wrong: close() does that

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the files; the lock on the folder ends with them."""
        with contextlib.suppress(OSError):
            self._file.flush()
        self._file.close()
        self._lock.close()

    def settle(self, run: Mapping[str, Any]) -> list[str]:
        """Remember what decides the results; those of other settings are put aside.

        Args:
            run: what must be the same for old records to hold.

        Returns:
            The names of the settings that have changed since the records were written.
        """
        before = self.run()
        changed = [name for name in run if name in before and before[name] != run[name]]
        with _in_words(self.folder, "written to"):
            if self.known and (changed or not before):
                # Records first: with the new settings beside them the old ones would count.
                self.aside = self._name_aside()
                self.path.replace(self.folder / self.aside)
                self._file.close()
                self._file = open(self.path, "ab+")  # noqa: SIM115
                self.known.clear()
            if before != run:
                _replace(self.folder / RUN, (json.dumps(dict(run), indent=1) + "\n").encode())
        return changed

    def _name_aside(self) -> str:
        """A name that no records were put aside under before."""
        names = chain(["results.previous.jsonl"], map("results.previous-{}.jsonl".format, count(2)))
        return next(name for name in names if not (self.folder / name).exists())

    def run(self) -> dict[str, Any]:
        """The settings that the records were made with; empty for a new folder."""
        try:
            run = json.loads((self.folder / RUN).read_bytes())
        except (OSError, ValueError):
            return {}
        return run if isinstance(run, dict) else {}

    def holds(self, student: str, files: Mapping[str, str], notes: Iterable[Note]) -> bool:
        """Whether there is a record of exactly these files.

        Args:
            student: whose.
            files: name -> SHA-256.
            notes: what was noted while the files were read; it is at the head of a record's notes.
        """
        known = self.known.get(student)
        said = tuple(note.text for note in notes)
        return (
            known is not None
            and known.status != Status.ERROR
            and known.files == files
            and known.notes[: len(said)] == said
        )

    def add(self, report: Report) -> None:
        """Append a record.

        Raises:
            UnusableFolder: it cannot be written; what was there before is whole.
        """
        record = report.to_dict() | {"attention": list(reasons(report))}
        line = (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
        end = self._file.seek(0, os.SEEK_END)
        with _in_words(self.folder, "written to"):
            try:
                _write_all(self._file.fileno(), line)
                self._sync()
            except OSError:
                self._file.truncate(end)
                raise
        self.known[report.student] = _known(record, end, len(line))

    def _sync(self) -> None:
        if time.monotonic() - self._synced >= SYNC_SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def records(self) -> Iterator[dict[str, Any]]:
        """The last record of every student, by name."""
        for student in sorted(self.known):
            yield json.loads(self._line(student))

    def reports(self) -> Iterator[Report]:
        """The same, as reports."""
        for record in self.records():
            yield Report.from_dict(record)

    def _line(self, student: str) -> bytes:
        known = self.known[student]
        self._file.seek(known.offset)
        return self._file.read(known.length)

    def put_in_order(self) -> None:
        """Rewrite the file with one record a student, by name.

        Raises:
            UnusableFolder: it cannot be written; the records are as they were.
        """
        if self._in_order():
            with _in_words(self.folder, "written to"):
                os.fsync(self._file.fileno())
            return
        with _in_words(self.folder, "written to"):
            offsets = _replace(self.path, (self._line(name) for name in sorted(self.known)))
            self._file.close()
            self._file = open(self.path, "ab+")  # noqa: SIM115
        for name, offset in zip(sorted(self.known), offsets, strict=True):
            known = self.known[name]
            self.known[name] = Known(
                offset,
                known.length,
                known.status,
                known.seed,
                known.grader,
                known.files,
                known.notes,
            )

    def _in_order(self) -> bool:
        expected = 0
        for student in sorted(self.known):
            if self.known[student].offset != expected:
                return False
            expected += self.known[student].length
        return self._file.seek(0, os.SEEK_END) == expected

    def _load(self) -> None:
        self._file.seek(0)
        good = 0
        for line in self._file:
            if not line.endswith(b"\n"):
                break  # torn: the grader was killed while it wrote
            record = _record(line)
            if record is not None:
                self.known[record["student"]] = _known(record, good, len(line))
            good += len(line)
        if good < self._file.seek(0, os.SEEK_END):
            self._file.truncate(good)


def read_reports(folder: Path) -> Iterator[Report]:
    """The records of a results folder, one a student, by name, without taking hold of it.

    Raises:
        UnusableFolder: there are none.
    """
    places: dict[str, tuple[int, int]] = {}
    with _in_words(folder, "read"), open(folder / RESULTS, "rb") as file:
        offset = 0
        for line in file:
            record = _record(line)
            if record is not None:
                places[record["student"]] = offset, len(line)
            offset += len(line)
        for student in sorted(places):
            file.seek(places[student][0])
            yield Report.from_dict(json.loads(file.read(places[student][1])))


def _record(line: bytes) -> dict[str, Any] | None:
    """The record on a line, or None if it is damaged."""
    try:
        record = json.loads(line)
        Report.from_dict(record)
    except (ValueError, AttributeError):
        return None
    return record if isinstance(record, dict) else None


def _known(record: Mapping[str, Any], offset: int, length: int) -> Known:
    return Known(
        offset,
        length,
        record["status"],
        record["seed"],
        record["grader"],
        dict(record["files"]),
        tuple(record["notes"]),
    )


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _replace(path: Path, pieces: bytes | Iterator[bytes]) -> list[int]:
    """Write a file beside its place and move it there, whole or not at all; where pieces start."""
    beside = path.with_name(f".{path.name}.new")
    offsets = []
    try:
        with open(beside, "wb") as file:
            for piece in [pieces] if isinstance(pieces, bytes) else pieces:
                offsets.append(file.tell())
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    return offsets


def replace_text(path: Path, lines: Iterator[str]) -> None:
    """Write a text file of the results folder, whole or not at all.

    Raises:
        UnusableFolder: it cannot be written.
    """
    with _in_words(path.parent, "written to"):
        _replace(path, (line.encode("utf-8", "backslashreplace") for line in lines))


def _lock(folder: Path) -> IO[bytes]:
    """Keep other graders out for as long as the file is open, also through a kill."""
    file = open(folder / LOCK, "ab")  # noqa: SIM115  # the journal closes it
    try:
        import fcntl
    except ImportError:  # Windows
        return file
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise UnusableFolder(
            f"another autograder is writing to {folder}; wait for it, or give another --out"
        ) from None
    except OSError:
        pass  # a file system without locks
    return file


@contextlib.contextmanager
def _in_words(folder: Path, done: str) -> Iterator[None]:
    """Turn the system's refusals into a sentence for the instructor."""
    try:
        yield
    except OSError as error:
        next_step = "give another --out"
        if done == "written to":
            next_step = "every record so far is kept, and the same command goes on from there"
        raise UnusableFolder(
            f"the results folder {folder} cannot be {done}: {error.strerror}; {next_step}"
        ) from error

"""The results folder: `results.jsonl` as it grows, and `run.json`, what decides the results.

A record is one line, appended in one piece as soon as a submission is graded. Whatever kills the
grader, at most the last line is torn, and the next run takes it away. When all is done the file is
put in order, one record a student, and replaced in one step.
"""

import contextlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import IO, Any, Self

from autograder.model import Note, Report, Status
from autograder.results.attention import reasons
from autograder.results.files import UnusableFolder, refusals_in_words, write_atomically
from autograder.results.graded_from import PLACES
from autograder.results.policy import POLICY
from autograder.results.reading import RESULTS, RecordLine, read_lines

DAMAGED = "results.damaged.jsonl"  # lines that are no records, as they were found
RUN = "run.json"
LOCK = ".lock"
OURS = (RESULTS, RUN, PLACES, POLICY, LOCK)  # what is there before the first record
SYNC_SECONDS = 1.0  # the most that a power cut may cost


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal remembers of a record: enough to tell whether it still holds."""

    offset: int
    length: int
    status: Status
    files: Mapping[str, str]
    notes: tuple[str, ...]


class Journal:
    """The results in a folder, open for adding to them; a context manager.

    Attributes:
        known: what there is, by student.
        notes: what was odd about the records found, lines that are none.
        aside: the file into which records of other settings were put, if there were any.
        left: whose records these are.
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
        self.left: frozenset[str] = frozenset()
        self.notes: list[str] = []
        self._damaged: list[tuple[int, int]] = []
        self._synced = time.monotonic()
        places = (*(folder / name for name in OURS), folder, *folder.parents)
        self._absent = [path for path in places if not path.exists()]
        with refusals_in_words(folder, "opened"):
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(folder)
            with contextlib.ExitStack() as undo:
                undo.callback(self._lock.close)
                self._file = undo.enter_context(open(self.path, "ab+"))
                self._load()
                undo.pop_all()  # nothing went wrong: close() does that

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *trouble: object) -> None:
        self.close()
        with contextlib.suppress(OSError):
            if kind is not None and self.path.stat().st_size == 0:
                self._take_back()

    def close(self) -> None:
        """Close the files; the lock on the folder ends with them."""
        with contextlib.suppress(OSError, ValueError):  # a full disk; closed already
            self._file.flush()
        self._file.close()
        self._lock.close()

    def _take_back(self) -> None:
        """Remove what is there only since this journal was opened, files before folders."""
        for path in self._absent:
            with contextlib.suppress(OSError):  # as for a folder with somebody's own file in it
                path.rmdir() if path.is_dir() else path.unlink()

    def settle(self, run: Mapping[str, Any]) -> list[str]:
        """Remember what decides the results; those of other settings are put aside.

        Args:
            run: what must be the same for old records to hold.

        Returns:
            The names of the settings that have changed since the records were written.
        """
        before = self.run()
        changed = [name for name in run if name in before and before[name] != run[name]]
        with refusals_in_words(self.folder, "written to"):
            if self.known and (changed or not before):
                # Records first: with the new settings beside them the old ones would count.
                self.aside, self.left = self._name_aside(), frozenset(self.known)
                self.path.replace(self.folder / self.aside)
                self._file.close()
                self._file = open(self.path, "ab+")  # noqa: SIM115  # `close` closes it
                self.known.clear()
                self._damaged.clear()
            if before != run:
                settings = json.dumps(dict(run), indent=1) + "\n"
                write_atomically(self.folder / RUN, settings.encode())
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
        with refusals_in_words(self.folder, "written to"):
            try:
                _write_all(self._file.fileno(), line)
                self._sync()
            except OSError:
                self._file.truncate(end)
                raise
        self.known[report.student] = _known(report, end, len(line))

    def _sync(self) -> None:
        if time.monotonic() - self._synced >= SYNC_SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def reports(self) -> Iterator[Report]:
        """The last report on every student, by name."""
        for student in sorted(self.known):
            yield Report.from_dict(json.loads(self._line(student)))

    def _line(self, student: str) -> bytes:
        known = self.known[student]
        return self._bytes(known.offset, known.length)

    def _bytes(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        return self._file.read(length)

    def put_in_order(self) -> None:
        """Rewrite the file with one record a student, by name.

        Raises:
            UnusableFolder: it cannot be written; the records are as they were.
        """
        with refusals_in_words(self.folder, "written to"):
            if self._in_order():
                os.fsync(self._file.fileno())
                return
            self._keep_damaged()
            offsets = write_atomically(self.path, map(self._line, sorted(self.known)))
            self._file.close()
            self._file = open(self.path, "ab+")  # noqa: SIM115  # `close` closes it
        for name, offset in zip(sorted(self.known), offsets, strict=True):
            self.known[name] = replace(self.known[name], offset=offset)

    def _in_order(self) -> bool:
        expected = 0
        for student in sorted(self.known):
            if self.known[student].offset != expected:
                return False
            expected += self.known[student].length
        return self._file.seek(0, os.SEEK_END) == expected

    def _load(self) -> None:
        last: RecordLine | None = None
        for last in read_lines(self._file):
            if last.report is not None:
                self.known[last.report.student] = _known(last.report, last.offset, last.length)
            else:
                self.notes.append(last.note)
                if last.whole:
                    self._damaged.append((last.offset, last.length))
        if last is not None and not last.whole:
            if last.report is None:  # torn: the grader was killed while it wrote
                self._file.truncate(last.offset)
            else:
                self._end_line(last)

    def _end_line(self, last: RecordLine) -> None:
        """Give a whole record at the end of the file its line feed."""
        assert last.report is not None
        _write_all(self._file.fileno(), b"\n")
        self.known[last.report.student] = _known(last.report, last.offset, last.length + 1)

    def _keep_damaged(self) -> None:
        """Put lines that are no records into a file of their own, before they leave this one."""
        place = self.folder / DAMAGED
        kept = place.read_bytes().splitlines(keepends=True) if place.exists() else []
        found = [self._bytes(*where) for where in self._damaged]
        new = [line for line in found if line not in kept]
        if new:
            write_atomically(place, [*kept, *new])
        self._damaged.clear()


def _known(report: Report, offset: int, length: int) -> Known:
    said = tuple(note.text for note in report.notes)
    return Known(offset, length, report.status, dict(report.files), said)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _lock(folder: Path) -> IO[bytes]:
    """Keep other graders out for as long as the file is open, also through a kill.

    The system's own lock, as classes are graded on Linux: filelock would do the same, and come with
    whatever a student installs.
    """
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

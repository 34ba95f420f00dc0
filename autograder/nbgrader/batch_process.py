"""The process that grades a batch, seen from `nbgrader autograde`: reports come as they are made.

While the workers grade the next students, the notebooks of those before are written.
"""

import contextlib
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from autograder.model import Report
from autograder.nbgrader.grade_batch import Job
from autograder.results.reading import Records


class NotGraded(RuntimeError):
    """There is no report, or the batch did not come to its end; the text says why."""


class BatchProcess:
    """A batch on its way.

    Attributes:
        job: what is graded.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self._reports: dict[str, Report] = {}
        self._went_wrong: str | None = None  # not known before it has ended
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # as long as the process lives
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "autograder.nbgrader.grade_batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self._lines: SimpleQueue[bytes | None] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def report(self, student: str) -> Report:
        """A student's report, once it is made.

        Raises:
            NotGraded: it is not made.
            UnusableFolder: the results cannot be read.
        """
        while student not in self._reports:
            line = self._lines.get()
            if line is None:
                self._lines.put(None)  # for whoever asks next
                self.finish()
                self._reports = reports(Path(self.job.results), self.job.folders) | self._reports
                if student not in self._reports:
                    raise NotGraded("the grader returned no report")
            else:
                report = Report.from_dict(json.loads(line))
                self._reports[report.student] = report
        return self._reports[student]

    def finish(self) -> None:
        """Wait until the results are in order.

        Raises:
            NotGraded: it went wrong.
        """
        status = self._process.wait()
        if self._went_wrong is None:
            with self._errors:
                self._errors.seek(0)
                said = self._errors.read().decode("utf-8", "replace").strip()
            why = said.splitlines()[-1] if said else f"the grader ended with {status}"
            self._went_wrong = why if status else ""
        if self._went_wrong:
            raise NotGraded(self._went_wrong)

    def stop(self) -> None:
        """End it; what was graded is in its results, and the next run goes on from there."""
        self._process.terminate()
        with contextlib.suppress(NotGraded):
            self.finish()

    def _listen(self) -> None:
        """Take reports as they come, so that grading never waits for a notebook to be written."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        with process.stdin, process.stdout:
            try:
                process.stdin.write(json.dumps(asdict(self.job)).encode())
                process.stdin.close()
            except OSError:
                pass  # it has ended, and says why
            for line in process.stdout:
                self._lines.put(line)
        self._lines.put(None)


def reports(results: Path, wanted: Mapping[str, Any]) -> dict[str, Report]:
    """Student -> report, of those wanted, out of a folder of results."""
    return {report.student: report for report in Records(results) if report.student in wanted}

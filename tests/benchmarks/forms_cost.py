"""What it costs that no form is lost, as a share of a class's time: a program, not a test.

    python -m tests.benchmarks.forms_cost                  # half a minute; exit status 1 above 3 %

On top of what reading takes anyway comes, for each hand-in: to find out whose files lie where and
which of them count, against opening the three files by their names; and to make statements of
them, whatever wrote them, against compiling those of each script and each cell (one by one, as a
statement that fails must not stop the others). Both are timed beside the whole grading of the same
class, in turns and in this process, so that the machine's load is in all of them; the median of
the shares counts. The class is of ordinary files, half of them notebooks: that somebody else's was
written in an odd form should cost them nothing.
"""

import argparse
import hashlib
import io
import json
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from autograder.grading.case_sets import CaseChoice
from autograder.grading.submission import grade_submission
from autograder.handins import finding
from autograder.handins.submission import Submission
from autograder.student.guest.cells import Cell
from autograder.student.guest.compiling import Compiler
from autograder.student.guest.reading import read
from autograder.student.host.warm import WarmParent
from autograder.student.limits import Limits
from tests.benchmarks.grade_rate import ASSIGNMENT, make_class

BOUND = 0.03  # of the class's time; seen: 1.2 to 1.5 % in folders, 1.3 to 1.5 % in an archive
ENDINGS = (".py", ".ipynb")


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that it takes in this process."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def found(path: Path) -> list[Submission]:
    """The hand-ins of a class, in whatever form they are."""
    return [
        finding.read(place, ASSIGNMENT).submission
        for place in finding.find(path, ASSIGNMENT).places
    ]


def by_name(path: Path) -> list[bytes]:
    """The exercise files of a class of which it is known how they are called."""
    if path.is_file():
        with zipfile.ZipFile(path) as archive:
            data = [archive.read(name) for name in archive.namelist()]
    else:
        names = [f"{exercise}{ending}" for exercise in ASSIGNMENT.exercises for ending in ENDINGS]
        files = (student / name for student in sorted(path.iterdir()) for name in names)
        data = [file.read_bytes() for file in files if file.exists()]
    for each in data:
        hashlib.sha256(each).hexdigest()
    return data


def understood(class_: Iterable[Submission]) -> None:
    """Make statements of all files, as the student process does."""
    for submission in class_:
        for file in submission.files:
            read(file.name, file.data)


def compiled(class_: Iterable[Submission]) -> None:
    """Compile the statements of all files, taking these for what their names say."""
    for submission in class_:
        for file in submission.files:
            texts = [file.data.decode()]
            if file.name.endswith(".ipynb"):
                cells = json.loads(file.data)["cells"]
                texts = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
            compiler = Compiler(file.name, texts)
            for number, text in enumerate(texts):
                compiler.statements(Cell(text, number))


def graded_seconds(class_: Iterable[Submission], parent: WarmParent, limits: Limits) -> float:
    """Seconds of grading, student processes included: on the clock, which they share with us."""
    begun = time.perf_counter()
    for submission in class_:
        grade_submission(submission, ASSIGNMENT, parent.launch, CaseChoice(1), limits)
    return time.perf_counter() - begun


def share(path: Path, parent: WarmParent, limits: Limits) -> float:
    """What the forms of one class cost, as a share of its whole time."""
    class_ = found(path)
    finding_it = timed(lambda: found(path)) - timed(lambda: by_name(path))
    reading_it = timed(lambda: understood(class_)) - timed(lambda: compiled(class_))
    whole = graded_seconds(class_, parent, limits)
    return (finding_it + reading_it) / (whole + max(finding_it, 0.0))


def packed(folder: Path) -> Path:
    """The class as Canvas packs it."""
    path = folder.parent / "submissions.zip"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, file in enumerate(sorted(folder.rglob("*.*"))):
            student = file.parent.name
            archive.write(file, f"{student}_{4000 + int(student[1:])}_{90000 + number}_{file.name}")
    path.write_bytes(data.getvalue())
    return path


def main() -> int:
    """Measure, and print a line for each way in which the class lies there."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=60, help="hand-ins")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    limits = Limits()
    parent = WarmParent(limits)
    worst = 0.0
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = make_class(Path(name) / "submitted", options.count)
            for path, kind in ((folder, "in folders"), (packed(folder), "in an archive")):
                shares = [share(path, parent, limits) for _ in range(options.rounds)]
                middle = statistics.median(shares)
                worst = max(worst, middle)
                spread = f"{100 * min(shares):.1f} to {100 * max(shares):.1f}"
                print(f"{kind}: {100 * middle:.1f} % of the class's time ({spread})", flush=True)
    finally:
        parent.close()
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())

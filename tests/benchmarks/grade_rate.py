"""How fast a class is graded, what isolation costs, and how that grows; a program, not a test.

    python -m tests.benchmarks.grade_rate                  # rates, floor, memory, a minute or two
    python -m tests.benchmarks.grade_rate --sizes 100 1000 10000

The floor is the same checks on the same files in one process: no isolation, no pipe to another
process, no journal. All of it uses one thread of linear algebra a process, as workers do. The start
of a batch is measured on a class of one, and its cost a submission without that. nbgrader runs on
the notebooks among the files, where it is installed.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder.catalogue import find_assignment
from autograder.grading.case_sets import CaseChoice
from autograder.grading.submission import grade_submission
from autograder.handins import finding as handins
from autograder.student.guest.session import Session
from autograder.student.guest.wire import message_bytes, message_of
from autograder.student.host.process import StudentProcess
from autograder.student.host.warm import WarmParent
from autograder.student.limits import Limits
from autograder.student.lockdown import environment
from tests import corpora

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENT = find_assignment("weight_init")


def realistic_mix() -> list[dict[str, bytes]]:
    """What a class hands in: three in five right, scripts and notebooks, no two mistakes alike."""
    right = corpora.as_scripts(corpora.right_texts())
    # The floor has nothing that would end a call, so nothing here may hang or leave.
    endless = {"hangs", "process-died"}
    overlays = [found for found in corpora.wrong_overlays() if endless.isdisjoint(found.diagnoses)]
    wrong = [overlay.files() for overlay in overlays]
    chosen = wrong[:: max(len(wrong) // 40, 1)][:40]
    mix = [files for mistake in chosen for files in (right, mistake, right, right, mistake)]
    return [as_notebooks(files) if number % 2 else files for number, files in enumerate(mix)]


def as_notebooks(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same with a cell for each `# %%`."""
    return {f"{Path(name).stem}.ipynb": as_notebook(data.decode()) for name, data in files.items()}


def as_notebook(text: str) -> bytes:
    """A notebook of a percent script."""
    cells = []
    for number, source in enumerate(text.split("\n# %%")):
        markdown = source.startswith(" [markdown]")
        cell: dict[str, Any] = {
            "id": f"c{number}",
            "metadata": {},
            "source": source.partition("\n")[2],
        }
        if markdown:
            cell |= {"cell_type": "markdown"}
        else:
            cell |= {"cell_type": "code", "execution_count": None, "outputs": []}
            cell["source"] = source if number == 0 else cell["source"]
        cells.append(cell)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4}
    return json.dumps(notebook | {"nbformat_minor": 5}).encode()


def make_class(folder: Path, count: int) -> Path:
    """A class of that many, each file a little different, as copies would be."""
    mix = realistic_mix()
    for number in range(count):
        student = folder / f"s{number:05d}"
        student.mkdir(parents=True)
        for name, data in mix[number % len(mix)].items():
            (student / name).write_bytes(data)
    return folder


class InProcess:
    """A student "process" that is none: requests are answered by a session right here."""

    def __init__(self) -> None:
        self.lockdown = "nothing"
        self.received = self.kept = 0
        self.session = Session(self._ask, lambda number: None)
        self.answer: Any = None

    def _ask(self, name: str, args: list[Any]) -> Any:
        return self.answer(name, args)

    def wait_until_started(self) -> None:
        return None

    def exchange(self, request: Any, seconds: float, answer: Any = None, **_: Any) -> Any:
        self.answer = answer
        sent = message_of(message_bytes(request))
        return message_of(message_bytes(self.session.handle(sent)))

    def spent(self) -> tuple[float, float]:
        return 0.0, 0.0

    def end(self) -> None:
        return None


def floor(hand_ins: Path, limits: Limits) -> list[float]:
    """Seconds a submission without any isolation, checks and loading only."""

    def launch() -> StudentProcess:
        return InProcess()  # it speaks the same protocol

    return list(_each(hand_ins, launch, limits))


def isolated(hand_ins: Path, limits: Limits) -> list[float]:
    """Seconds a submission with isolation, in this process, without pool and journal."""
    parent = WarmParent(limits)
    try:
        return list(_each(hand_ins, parent.launch, limits))
    finally:
        parent.close()


def _each(hand_ins: Path, launch: Any, limits: Limits) -> Iterator[float]:
    for place in handins.find(hand_ins, ASSIGNMENT).places:
        submission = handins.read(place, ASSIGNMENT).submission
        begun = time.perf_counter()
        grade_submission(submission, ASSIGNMENT, launch, CaseChoice(1), limits)
        yield time.perf_counter() - begun


def whole_batch(hand_ins: Path, out: Path, workers: int) -> tuple[float, dict[str, float]]:
    """Seconds of `autograder grade` from start to end, and peak memory of its processes in MB."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "autograder", "grade", str(hand_ins), "--out", str(out)]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--seed", "1", "--workers", str(workers)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
    )
    watch = _Watch(process.pid)
    watch.start()
    if process.wait() != 0:
        raise SystemExit("autograder grade failed")
    seconds = time.perf_counter() - begun
    watch.over = True
    watch.join()
    return seconds, watch.peak


class _Watch(threading.Thread):
    """Looks at the proportional memory of the grader and a worker twice a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.over = False
        self.peak: dict[str, float] = {}

    def run(self) -> None:
        while not self.over:
            self._look("grader", self.pid)
            for worker in _children(self.pid):
                self._look("worker", worker)
                for warm in _children(worker):
                    self._look("warm parent", warm)
            time.sleep(0.5)

    def _look(self, name: str, pid: int) -> None:
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            return
        for line in text.splitlines():
            if line.startswith("Pss:"):
                self.peak[name] = max(self.peak.get(name, 0.0), int(line.split()[1]) / 1024)


def _children(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(n) for task in tasks for n in (task / "children").read_text().split()]
    except OSError:
        return []


def nbgrader_rate(hand_ins: Path, folder: Path, count: int) -> str:
    """Stock `nbgrader autograde` on the notebooks of the first students, in words."""
    if shutil.which("nbgrader") is None:
        return "nbgrader: skipped, it is not installed (pip install nbgrader)"
    course = folder / "course"
    source = course / "source" / "weight_init"
    source.mkdir(parents=True)
    for path in (ROOT / "exercises" / "weight_init").glob("*.ipynb"):
        shutil.copy(path, source)
    students = [path for path in sorted(hand_ins.iterdir()) if any(path.glob("*.ipynb"))][:count]
    for student in students:
        shutil.copytree(student, course / "submitted" / student.name / "weight_init")
    steps = (["generate_assignment", "weight_init"], ["autograde", "weight_init", "--create"])
    seconds = 0.0
    for step in steps:
        begun = time.perf_counter()
        done = subprocess.run(["nbgrader", *step], cwd=course, capture_output=True, check=False)
        seconds = time.perf_counter() - begun
        if done.returncode != 0:
            reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            return f"nbgrader: {step[0]} failed: {reason}"
    return (
        f"nbgrader autograde: {len(students) / seconds:.2f} submissions/s, {len(students)} of them"
    )


def main() -> None:
    """Measure, and print a line for each thing measured."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=200, help="hand-ins for rates and floor")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 100, 400])
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument(
        "--nbgrader", type=int, default=6, help="notebooks for nbgrader, 0 for none"
    )
    options = parser.parse_args()
    _with_one_thread()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        hand_ins = make_class(folder / "submitted", options.count)
        rates(hand_ins, folder, options.workers)
        if options.nbgrader:
            print(nbgrader_rate(hand_ins, folder, options.nbgrader), flush=True)
        growth(folder, options.sizes, max(options.workers))


def _with_one_thread() -> None:
    """Start again, unless linear algebra has one thread here: how many is settled at its import."""
    wanted = {name: value for name, value in environment().items() if name.endswith("_THREADS")}
    if not wanted.items() <= os.environ.items():
        command = [sys.executable, "-m", "tests.benchmarks.grade_rate", *sys.argv[1:]]
        os.execve(sys.executable, command, os.environ | wanted)


def rates(hand_ins: Path, folder: Path, workers: list[int]) -> None:
    """Floor, isolation in one process, and whole batches."""
    limits = Limits()
    low = statistics.fmean(floor(hand_ins, limits))
    print(f"floor, no isolation: {1000 * low:.1f} ms a submission", flush=True)
    one = statistics.fmean(isolated(hand_ins, limits))
    print(
        f"isolated, one process: {1000 * one:.1f} ms, {one / low:.2f} times the floor", flush=True
    )
    count = sum(1 for _ in hand_ins.iterdir())
    for number in workers:
        seconds, _ = whole_batch(hand_ins, folder / "out", number)
        print(f"{number} workers: {count / seconds:.1f} submissions/s, start included", flush=True)


def growth(folder: Path, sizes: list[int], workers: int) -> None:
    """Cost a submission and memory at several sizes of a class."""
    start, _ = whole_batch(make_class(folder / "submitted1", 1), folder / "out", workers)
    print(f"start, with a class of one: {start:.1f} s", flush=True)
    for size in sizes:
        hand_ins = make_class(folder / f"submitted{size}", size)
        seconds, peak = whole_batch(hand_ins, folder / "out", workers)
        memory = ", ".join(f"{name} {megabytes:.0f} MB" for name, megabytes in peak.items())
        each = 1000 * (seconds - start) / max(size - 1, 1)
        cost = f"{seconds:.1f} s, {each:.1f} ms each beyond the start"
        print(f"{size:,} with {workers} workers: {cost}; {memory}", flush=True)
        shutil.rmtree(hand_ins)


if __name__ == "__main__":
    main()

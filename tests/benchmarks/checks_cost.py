"""What a student waits for, and what the checks cost: `python -m tests.benchmarks.checks_cost`.

Two measurements, each as a median of several runs:
* wall time of `pytest autograder` on the solutions, against bare pytest with one empty test that
  imports NumPy, in turns (the bound is 3 times);
* processor time of the checks, student process included, after start-up, for a right submission
  and for wrong ones (the bounds are 40 and 80 ms). The student process is started beforehand, and
  its own time is read from the operating system when it has answered. The grader has graded a few
  before, as in a class. Right ones are graded on cases of their own, as with a salt, where nothing
  is known before, and on the cases that a class without a salt has in common, in turns; the
  grader's share is printed beside. The wrong ones have their cases in common.

Machines differ, and the same one from minute to minute: the time of a plain loop is printed beside.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# NumPy reads the number of threads when it is imported
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from autograder.catalogue import find_assignment
from autograder.grading.case_sets import CaseChoice
from autograder.grading.examiner import Examiner
from autograder.student.guest.wire import Load
from autograder.student.host.backends import ProcessBackend
from autograder.student.host.cold import ColdProcess
from autograder.student.host.process import StudentProcess
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits
from tests import corpora

WARM_UP = 5  # until the interpreter has made the grader's code as fast as it gets
TICK = os.sysconf("SC_CLK_TCK")


def child_seconds(pid: int) -> float:
    """Processor time of another process, to 1 ns where the system has it, else to a tick."""
    try:
        with open(f"/proc/{pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9
    except OSError:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK


def checks_seconds(
    files: dict[str, bytes], seed: int, salt: bytes = b"", name: str = "weight_init"
) -> tuple[float, float]:
    """Processor time of all checks on one submission, after start-up: both processes, the grader's.

    Args:
        files: the submission.
        seed: decides the cases.
        salt: with one, the cases are made anew.
        name: of the assignment.
    """
    assignment = find_assignment(name)
    connection = ColdProcess(1024)
    parts = [
        Load(exercise, f"{exercise}.py", files[f"{exercise}.py"], list(functions))
        for exercise, functions in assignment.exercises.items()
    ]
    backend = ProcessBackend(lambda: StudentProcess(connection), parts, Limits())
    backend.load()
    here, there = time.process_time(), child_seconds(connection.process.pid)
    examiner = Examiner(assignment, RemoteStudent(backend), CaseChoice(seed, salt))
    examiner.judge(assignment.checks)
    own = time.process_time() - here
    spent = own + child_seconds(connection.process.pid) - there
    backend.close()
    return spent, own


def loop_seconds() -> float:
    """Processor time of a loop of 200,000 steps in plain Python."""
    begun, total = time.process_time(), 0
    for number in range(200_000):
        total += number
    return time.process_time() - begun


def wall(command: list[str], folder: Path) -> float:
    """Wall time of a command."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begun


def front_ratio(runs: int) -> tuple[float, float]:
    """(median of `pytest autograder`, median of its ratio to bare pytest)."""
    grade = [sys.executable, "-m", "pytest", "autograder", "-q", "-p", "no:cacheprovider"]
    grade += ["--submission", "solutions/weight_init"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "test_empty.py").write_text("import numpy\n\n\ndef test_nothing():\n    pass\n")
        bare = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_empty.py"]
        pairs = [(wall(grade, corpora.HERE.parent), wall(bare, folder)) for _ in range(runs)]
    return (
        statistics.median(pair[0] for pair in pairs),
        statistics.median(pair[0] / pair[1] for pair in pairs),
    )


def main() -> None:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    right = corpora.as_scripts(corpora.right_texts())
    for seed in range(WARM_UP):
        checks_seconds(right, seed, b"salt")
    checks_seconds(right, 0)
    loops, apart, together = [], [], []
    for seed in range(2 * runs):
        loops.append(loop_seconds())
        apart.append(checks_seconds(right, WARM_UP + seed, b"salt"))
        together.append(checks_seconds(right, 0))
    print(f"a loop of 200,000  {1e3 * statistics.median(loops):6.1f} ms of processor time")
    for words, both in (("cases of its own", apart), ("cases in common", together)):
        spent, own = (1e3 * statistics.median(column) for column in zip(*both, strict=True))
        print(f"right submission, {words:17}{spent:6.1f} ms of processor time, grader {own:.1f}")
    overlays = list(corpora.wrong_overlays())[:: max(1, 490 // 60)]
    quick = [o for o in overlays if not {"hangs", "process-died"} & set(o.diagnoses)]
    for overlay in quick:
        checks_seconds(overlay.files(), 0)  # the banks of known wrong answers
    wrongs = [checks_seconds(overlay.files(), 1)[0] for overlay in quick]
    print(
        f"wrong submissions  {1e3 * statistics.median(wrongs):6.1f} ms (median of {len(wrongs)}), "
        f"{1e3 * max(wrongs):.1f} ms at most"
    )
    seconds, ratio = front_ratio(runs)
    print(f"pytest autograder  {seconds:6.2f} s of wall time, {ratio:.2f} times bare pytest")


if __name__ == "__main__":
    main()

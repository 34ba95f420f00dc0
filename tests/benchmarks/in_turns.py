"""Grades the same classes with this checkout and with an earlier commit, in turns; a program.

    python -m tests.benchmarks.in_turns --baseline 6133469          # ratios of rates, 10 minutes
    python -m tests.benchmarks.in_turns --only toll --count 300     # what hand-ins that hang cost

On a machine that does other work, too, one run after the other compares loads. So both grade a
class in turns, with the command that an instructor types, its start included, and of the pairs the
median ratio counts. The plain loop is the same checks on the same files in one process without
isolation. The baseline is checked out into a folder of its own and runs with this environment's
packages.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from autograder.student.limits import Limits
from tests import corpora
from tests.benchmarks.grade_rate import ROOT, as_notebooks, floor, realistic_mix

Files = Mapping[str, bytes]
HANGING_SHARE = 50  # one in so many hand-ins hangs: 2 %
# One of each kind in turn, put at the head of `sigmoid`.
HANGS = ("while True: pass", "import time; time.sleep(3600)", "import time; time.sleep(0.05)")


def right() -> list[Files]:
    """Right solutions, as scripts and as notebooks."""
    files = corpora.as_scripts(corpora.right_texts())
    return [files, as_notebooks(files)]


def wrong() -> list[Files]:
    """A mistake in each; none hangs."""
    return [files for number, files in enumerate(realistic_mix()) if number % 5 in (1, 4)]


CLASSES: dict[str, Callable[[], list[Files]]] = {
    "right": right,
    "wrong": wrong,
    "mixed": realistic_mix,
}


def hanging(kind: str) -> Files:
    """The right solution with a `sigmoid` that hangs."""
    files = dict(corpora.as_scripts(corpora.right_texts()))
    text = files["backprop.py"].decode()
    head = "def sigmoid(a):\n"
    if head not in text:
        raise SystemExit("the solutions define sigmoid in another way: nothing would hang")
    files["backprop.py"] = text.replace(head, f"{head}    {kind}\n").encode()
    return files


def make_class(folder: Path, count: int, kinds: list[Files], *, hang: bool = False) -> Path:
    """A class of that many, of these kinds in turn; with `hang`, one in fifty does."""
    for number in range(count):
        files = kinds[number % len(kinds)]
        if hang and number % HANGING_SHARE == HANGING_SHARE // 2:
            files = hanging(HANGS[number // HANGING_SHARE % len(HANGS)])
        student = folder / f"s{number:05d}"
        student.mkdir(parents=True)
        for name, data in files.items():
            (student / name).write_bytes(data)
    return folder


@contextmanager
def checkout(commit: str) -> Iterator[Path]:
    """The repository as of a commit, in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "baseline"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(folder), commit], check=True)
        try:
            yield folder
        finally:
            subprocess.run([*git, "remove", "--force", str(folder)], check=True)


def seconds_to_grade(root: Path, hand_ins: Path, workers: int, salt: Path | None) -> float:
    """How long `autograder grade` of that checkout takes for a class."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "autograder", "grade", str(hand_ins), "--out", out]
        command += ["--seed", "1", "--workers", str(workers)]
        command += [] if salt is None else ["--salt", str(salt)]
        begun = time.perf_counter()
        subprocess.run(
            command,
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        )
        seconds = time.perf_counter() - begun
        records = sum(1 for _ in (Path(out) / "results.jsonl").open("rb"))
    count = sum(1 for _ in hand_ins.iterdir())
    if records != count:
        raise SystemExit(f"{root}: {records} records of {count} hand-ins")
    return seconds


def compare(first: Callable[[], float], second: Callable[[], float], pairs: int) -> str:
    """Median seconds of both, and the median of the ratios first to second, measured in turns."""
    measured = [(first(), second()) for _ in range(pairs)]
    a, b = (statistics.median(times) for times in zip(*measured, strict=True))
    ratio = statistics.median(x / y for x, y in measured)
    return f"{a:.1f} s and {b:.1f} s, ratio {ratio:.2f} (median of {pairs} pairs)"


def against(options: argparse.Namespace, folder: Path) -> None:
    """Rates here and at the baseline, without a salt and with one."""
    salt = folder / "salt"
    salt.write_text("a word for this measurement")
    with checkout(options.baseline) as baseline:
        for name, kinds in CLASSES.items():
            hand_ins = make_class(folder / name, options.count, kinds())
            loop = statistics.fmean(floor(hand_ins, Limits()))
            print(f"{name}, plain loop here: {1000 * loop:.1f} ms a hand-in", flush=True)
            for word, secret in (("no salt", None), ("salt", salt)):
                found = compare(
                    lambda h=hand_ins, s=secret: seconds_to_grade(baseline, h, options.workers, s),
                    lambda h=hand_ins, s=secret: seconds_to_grade(ROOT, h, options.workers, s),
                    options.pairs,
                )
                print(f"{name}, {word}: baseline and here {found}", flush=True)
            shutil.rmtree(hand_ins)


def toll(options: argparse.Namespace, folder: Path) -> None:
    """What 2 % of hand-ins that hang cost a class."""
    with_them = make_class(folder / "hanging", options.count, realistic_mix(), hang=True)
    without = make_class(folder / "fine", options.count, realistic_mix())
    found = compare(
        lambda: seconds_to_grade(ROOT, with_them, options.workers, None),
        lambda: seconds_to_grade(ROOT, without, options.workers, None),
        options.pairs,
    )
    print(f"2 % that hang, with and without: {found}", flush=True)


PARTS = {"against": against, "toll": toll}


def main() -> None:
    """Measure, and print a line for each thing measured."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--baseline", default="6133469", help="a commit")
    parser.add_argument("--count", type=int, default=300, help="hand-ins of a class")
    parser.add_argument("--pairs", type=int, default=3, help="runs of each")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    options = parser.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    for name, part in PARTS.items():
        if options.only in (None, name):
            with tempfile.TemporaryDirectory() as folder:
                part(options, Path(folder))


if __name__ == "__main__":
    main()

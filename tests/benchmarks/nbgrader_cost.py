"""What `nbgrader autograde` costs a submission, with our grading and with nbgrader's own.

Run by hand:  python -m tests.benchmarks.nbgrader_cost [--count 30] [--stock 5]

Both run on the same right submissions. The cost of a submission is the difference between the run
and one on a single submission, so that nbgrader's own start is left out.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME = "weight_init"


def run(folder: Path, *words: str) -> float:
    """Seconds that a command takes."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, env=environment, check=True, capture_output=True
    )
    return time.perf_counter() - begun


def cost(folder: Path, count: int) -> tuple[float, float]:
    """(seconds for one submission, seconds for each further one)."""
    for number in range(count + 1):
        goal = folder / "submitted" / ("first" if number == 0 else f"more{number:04}") / NAME
        shutil.copytree(folder / "source" / NAME, goal)
    one = run(folder, "nbgrader", "autograde", NAME, "--student", "first")
    many = run(folder, "nbgrader", "autograde", NAME, "--student", "more*")
    return one, (many - one) / (count - 1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--stock", type=int, default=5)
    asked = parser.parse_args()
    if min(asked.count, asked.stock) < 2:
        parser.error("--count and --stock: at least 2, of which the first is taken off")
    for title, count in (("ours", asked.count), ("stock", asked.stock)):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            run(folder, "autograder", "course", ".", "--solutions", str(ROOT / "solutions"))
            run(folder, "nbgrader", "generate_assignment", NAME)
            if title == "stock":
                (folder / "nbgrader_config.py").write_text("c = get_config()\n")
            one, each = cost(folder, count)
            print(f"{title:6} one submission {one:6.2f} s, each further one {1000 * each:7.0f} ms")


if __name__ == "__main__":
    main()

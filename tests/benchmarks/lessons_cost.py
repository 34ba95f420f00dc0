"""What the second lesson and the author's kit cost: `python -m tests.benchmarks.lessons_cost`.

Ratios of measurements that are taken in turns, so that they are comparable between machines:
* processor time of the checks for each point of a right submission, of the second lesson over the
  first (the bound is 1.3); on cases of its own, as with a salt, and on those in common;
* time of `autograder prove` on the template with all its mutants, in one process, over that of
  judging its solution once.
"""

import argparse
import contextlib
import statistics
import time

from autograder.authoring.bench import Bench
from autograder.authoring.corpora import as_scripts, solutions_in
from autograder.authoring.new import TEMPLATE
from autograder.authoring.proof import prove
from autograder.catalogue import find_assignment
from tests import corpora
from tests.benchmarks.checks_cost import WARM_UP, checks_seconds

LESSONS = ("weight_init", "scaled_init")
SALTS = {"cases of its own": b"salt", "cases in common": b""}


def per_point(name: str, seed: int, salt: bytes) -> float:
    """Processor time of all checks of a lesson on its solution, over its points."""
    points = sum(check.points for check in find_assignment(name).checks)
    files = as_scripts(corpora.right_texts(name))
    return checks_seconds(files, seed if salt else 0, salt, name)[0] / points


def seconds_to_judge() -> float:
    """The time of judging the template's solution once, in a bench that has done so before."""
    assignment = find_assignment(str(TEMPLATE))
    solutions = solutions_in(TEMPLATE / "lesson", assignment)
    with contextlib.closing(Bench(assignment, solutions)) as bench:
        bench.judge("the solution", as_scripts(solutions))
        begun = time.perf_counter()
        bench.judge("the solution", as_scripts(solutions))
        return time.perf_counter() - begun


def seconds_to_prove() -> tuple[float, int]:
    """The time of a proof of the template in one process, and of how many mutants it was."""
    begun = time.perf_counter()
    proof = prove(TEMPLATE)
    return time.perf_counter() - begun, len(proof.mutants)


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    for words, salt in SALTS.items():
        for seed in range(WARM_UP):
            for name in LESSONS:
                per_point(name, seed, salt)
        ratios = []
        for seed in range(WARM_UP, WARM_UP + runs):
            first, second = (per_point(name, seed, salt) for name in LESSONS)
            ratios.append(second / first)
        print(
            f"a point of scaled_init over one of weight_init, {words:17}"
            f"{statistics.median(ratios):6.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        )
    once = statistics.median(seconds_to_judge() for _ in range(runs))
    whole, mutants = seconds_to_prove()
    print(f"`prove` of the template, {mutants} mutants: {whole / once:.0f} times judging it once")


if __name__ == "__main__":
    main()

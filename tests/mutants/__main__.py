"""Prints what became of the mutants: `python -m tests.mutants [--sample N] [--function F]`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from autograder.authoring.trials import sample
from tests.mutants.grading import Verdict, all_mutants, proof, try_all

KINDS = ("equal", "caught", "missed", "blamed elsewhere", "rejected")


def table(title: str, verdicts: list[Verdict], key: Callable[[Verdict], str]) -> Table:
    """One row for each key: made, and what became of them."""
    found = Table(title=title, title_justify="left")
    found.add_column("")
    for heading in ("made", *KINDS):
        found.add_column(heading, justify="right")
    counts: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        counts.setdefault(key(verdict), Counter())[verdict.kind] += 1
    for name, count in counts.items():
        found.add_row(name, str(count.total()), *(str(count[kind]) for kind in KINDS))
    whole = Counter(verdict.kind for verdict in verdicts)
    found.add_section()
    found.add_row("together", str(len(verdicts)), *(str(whole[kind]) for kind in KINDS))
    return found


def main() -> int:
    """Try the mutants and print the tables; the exit status is 0 if all wrong ones are caught."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, metavar="N", help="only N of them, evenly spread")
    parser.add_argument("--function", metavar="F", help="only those of one function")
    parser.add_argument(
        "--list", action="store_true", help="name those that are not as they should be"
    )
    chosen = parser.parse_args()
    mutants = [m for m in all_mutants() if chosen.function in (None, m.function)]
    if not mutants:
        parser.error(f"the exercises have no function {chosen.function!r}")
    if chosen.sample:
        mutants = sample(mutants, chosen.sample)
    verdicts = try_all(mutants)
    console = Console(width=120)
    console.print(table("Mutants by operator", verdicts, lambda v: v.mutant.operator))
    console.print(table("Mutants by function", verdicts, lambda v: v.mutant.function))
    equal = {v.mutant.function: None for v in verdicts if v.kind == "equal"}
    for function, calls in proof(equal).items():
        console.print(f"equal mutants of {function} agreed with the solution in {calls} calls")
    bad = [v for v in verdicts if v.kind not in ("equal", "caught")]
    for verdict in bad if chosen.list else ():
        mutant = verdict.mutant
        console.print(
            f"{verdict.kind}: {mutant.function} | {mutant.operator} | {mutant.change} | "
            f"{verdict.differs} | {', '.join(verdict.elsewhere)}",
            markup=False,
            soft_wrap=True,
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

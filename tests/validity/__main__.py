"""Prints what the corpora show: `python -m tests.validity`, or of some files only: `… FILE …`.

Whole runs are those of `autograder prove`, on the corpora of this repository and on one seed.
"""

import sys
from pathlib import Path

from rich.console import Console

from autograder.authoring.bench import on_benches
from autograder.authoring.proof import prove
from autograder.authoring.seen import FileSeen, lost_in
from autograder.authoring.tables import show_proof
from autograder.authoring.trials import judge_file
from autograder.catalogue import find_assignment
from tests.corpora import FOLDERS, Overlay, right_overlays, right_texts, wrong_overlays
from tests.validity.judging import forms, in_parallel, judge_form


def judged(seen: FileSeen) -> str:
    """One submission in a few lines: where it loses points, and what is said."""
    report = seen.reports[0]
    lines = [f"{seen.name}: {report.score:g} points"]
    for result in lost_in(report):
        lines.append(f"  {result.id}  {result.earned:g} / {result.points:g}  {result.diagnosis}")
        lines += [f"    {line}" for line in result.message.splitlines()]
    return "\n".join(lines)


def some(paths: list[Path]) -> bool:
    """Grade these files only, and say whether all is well with them."""
    waiting, good = {path.resolve() for path in paths}, True
    for name in FOLDERS:
        overlays: list[Overlay] = [*wrong_overlays(name), *right_overlays(name)]
        chosen = [(overlay, (0,)) for overlay in overlays if overlay.path.resolve() in waiting]
        waiting -= {overlay.path.resolve() for overlay, _ in chosen}
        for seen in on_benches(judge_file, chosen, find_assignment(name), right_texts(name)):
            print(judged(seen))
            good &= seen.named and not seen.elsewhere if seen.function else not seen.lost
    for path in sorted(waiting):
        print(f"in no corpus: {path}", file=sys.stderr)
    return good and not waiting


def everything() -> bool:
    """Judge all that there is, print the tables, and say whether all is well."""
    console, good = Console(width=120), True
    for name, corpus in FOLDERS.items():
        proof = prove(name, seeds=(0,), corpus=corpus, workers=2)
        show_proof(proof, console)
        good &= not proof.unmet
    reports = in_parallel(judge_form, sorted(forms().FORMS))
    rejected = [report for report in reports if report.score != report.max_score]
    console.print(f"{len(reports)} right submissions in odd forms, {len(rejected)} rejected")
    for report in rejected:
        console.print(f"rejected: {report.student} ({report.score:g})")
    return good and not rejected


if __name__ == "__main__":
    sys.exit(0 if (some(list(map(Path, sys.argv[1:]))) if sys.argv[1:] else everything()) else 1)

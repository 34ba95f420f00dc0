"""Prints what the corpora show: `python -m tests.validity`, or of some files only: `… FILE …`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.corpora import right_overlays, wrong_overlays
from tests.validity.judging import (
    Verdict,
    assignment,
    forms,
    in_parallel,
    judge_form,
    judge_right,
    judge_wrong,
)


def kills(verdicts: list[Verdict]) -> Table:
    """Check by check: how many files it catches, and how many it alone catches."""
    table = Table(title="What kills what", title_justify="left")
    for heading in ("check", "points", "kills", "alone", "for example"):
        table.add_column(
            heading, justify="right" if heading in ("points", "kills", "alone") else "left"
        )
    by_check: dict[str, list[str]] = {}
    alone: Counter[str] = Counter()
    for verdict in verdicts:
        ids = [c.id for c in verdict.lost(verdict.overlay.function)]
        for id_ in ids:
            by_check.setdefault(id_, []).append(verdict.overlay.name)
        if len(ids) == 1:
            alone[ids[0]] += 1
    for check in assignment().checks:
        names = by_check.get(check.id, [])
        blocked = sum(
            c.earned < c.points for v in verdicts for c in v.report.checks if c.id == check.id
        )
        table.add_row(
            check.id,
            f"{check.points:g}",
            str(len(names) or blocked),
            str(alone[check.id]),
            names[0] if names else "",
        )
    return table


def judged(verdict: Verdict) -> str:
    """One wrong submission in a few lines: where it loses points, and what is said."""
    lines = [f"{verdict.overlay.name}: {verdict.report.score:g} points"]
    for check in verdict.report.checks:
        if check.earned < check.points:
            lines.append(f"  {check.id}  {check.earned:g} / {check.points:g}  {check.diagnosis}")
            lines += [f"    {line}" for line in check.message.splitlines()]
    return "\n".join(lines)


def some(paths: list[Path]) -> int:
    """Grade these files only; the exit status says whether all is well with them."""
    chosen = {path.resolve() for path in paths}
    wrong = [overlay for overlay in wrong_overlays() if overlay.path.resolve() in chosen]
    right = [overlay for overlay in right_overlays() if overlay.path.resolve() in chosen]
    unknown = chosen - {overlay.path.resolve() for overlay in wrong + right}
    if unknown:
        print(f"in no corpus: {', '.join(map(str, sorted(unknown)))}", file=sys.stderr)
        return 2
    verdicts = [judge_wrong(overlay) for overlay in wrong]
    reports = [judge_right(overlay) for overlay in right]
    for verdict in verdicts:
        print(judged(verdict))
    for report in reports:
        print(f"{report.student}: {report.score:g} points")
    good = all(v.caught and not v.elsewhere and v.diagnosed for v in verdicts)
    return 0 if good and all(r.score == r.max_score for r in reports) else 1


def main() -> int:
    """Grade everything and print the tables; the exit status says whether all is well."""
    if len(sys.argv) > 1:
        return some([Path(name) for name in sys.argv[1:]])
    console = Console(width=120)
    wrong, right = list(wrong_overlays()), list(right_overlays())
    console.print(f"{len(wrong)} wrong submissions …")
    verdicts: list[Verdict] = in_parallel(judge_wrong, wrong)
    console.print(f"{len(right)} right submissions, {len(forms().FORMS)} odd forms …")
    reports = in_parallel(judge_right, right) + in_parallel(judge_form, sorted(forms().FORMS))
    console.print(kills(verdicts))
    rejected = [report for report in reports if report.score != 100.0]
    summary = Table(title="Validity", title_justify="left")
    summary.add_column("of the submissions")
    summary.add_column("count", justify="right")
    summary.add_column("share", justify="right")
    rows = {
        "wrong, caught at their function": sum(v.caught for v in verdicts),
        "wrong, blamed nowhere else": sum(not v.elsewhere for v in verdicts),
        "wrong, diagnosed rightly": sum(v.diagnosed for v in verdicts),
        "wrong, given another name": sum(bool(v.misnamed) for v in verdicts),
    }
    for words, count in rows.items():
        summary.add_row(words, f"{count} of {len(verdicts)}", f"{count / len(verdicts):.1%}")
    summary.add_row(
        "right, rejected",
        f"{len(rejected)} of {len(reports)}",
        f"{len(rejected) / len(reports):.1%}",
    )
    console.print(summary)
    for report in rejected:
        console.print(f"rejected: {report.student} ({report.score})")
    good = rows["wrong, caught at their function"] == len(verdicts) and not rejected
    return 0 if good and rows["wrong, diagnosed rightly"] >= 0.9 * len(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())

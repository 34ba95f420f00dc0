"""What the terminal shows after a batch: how many, how they did, what a person must look at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.model import Report, Status
from autograder.results.alike import Alike
from autograder.results.attention import why_a_person
from autograder.showing import counted, environment_in_words, plain_number, shown, some

SHOWN = 12  # lines of what is to be looked at
BAR = 40  # characters of the longest bar


@dataclass
class ClassSummary:
    """Counts over a batch; it keeps no report.

    Attributes:
        count: of all submissions.
        scored: how many of them have a score.
        statuses: how many have which status.
        bands: how many have less than a tenth of the points, two tenths, …, and all of them.
        total: sum of the scores.
        possible: what can be had.
        environments: what was graded with, in words.
        alike: who has written the same, and nearly the same.
        by_hand: (student, why) of those that a person should look at.
    """

    count: int = 0
    scored: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    bands: list[int] = field(default_factory=lambda: [0] * 11)
    total: float = 0.0
    possible: float = 0.0
    environments: set[str] = field(default_factory=set)
    alike: Alike = field(default_factory=Alike)
    by_hand: list[tuple[str, str]] = field(default_factory=list)

    def add(self, report: Report) -> None:
        """Count a report."""
        self.count += 1
        self.statuses[report.status] = self.statuses.get(report.status, 0) + 1
        if report.status is not Status.ERROR:  # what the grader could not do is no zero
            self.scored += 1
            self.total += report.score
            if report.max_score:
                self.bands[int(10 * report.score / report.max_score)] += 1
        self.possible = max(self.possible, report.max_score)
        if report.environment:
            self.environments.add(environment_in_words(report.environment))
        self.alike.add(report)
        why = why_a_person(report)
        if why:
            self.by_hand.append((report.student, why))

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Self:
        """The summary of these."""
        summary = cls()
        for report in reports:
            summary.add(report)
        return summary

    def show(self, console: Console) -> None:
        """Print it."""
        statuses = ", ".join(f"{count} {name}" for name, count in sorted(self.statuses.items()))
        console.print(Text(f"{counted(self.count, 'submission')}: {statuses}"))
        if self.scored:
            console.print(self._distribution())
            console.print(Text(f"mean score {self.total / self.scored:.1f} of {self.possible:g}"))
            for words in sorted(self.environments):
                console.print(Text(f"graded with {words}"))
        self._show_alike(console)
        self._show_by_hand(console)

    def _show_alike(self, console: Console) -> None:
        groups = self.alike.groups()
        for words, students in groups[:SHOWN]:
            console.print(Text(f"{words}: {some(students)}"), soft_wrap=True)
        if groups[SHOWN:]:
            more = counted(len(groups) - SHOWN, "more group")
            console.print(Text(f"and {more} of hand-ins that are alike"))

    def _distribution(self) -> Table:
        table = Table.grid(padding=(0, 1))
        longest = max(self.bands)
        for band in reversed(range(11)):
            label = "all" if band == 10 else f"from {plain_number(self.possible * band / 10)}"
            bar = "█" * round(BAR * self.bands[band] / longest) if self.bands[band] else ""
            table.add_row(Text(label, justify="right"), Text(bar or " "), str(self.bands[band]))
        return table

    def _show_by_hand(self, console: Console) -> None:
        if not self.by_hand:
            console.print(Text("nothing needs a look by hand"))
            return
        console.print(Text(f"\nto look at by hand ({len(self.by_hand)}):", style="bold"))
        for student, why in self.by_hand[:SHOWN]:
            console.print(Text(f"  {shown(student)}: {why}"), soft_wrap=True)
        if len(self.by_hand) > SHOWN:
            console.print(
                Text(f"  and {len(self.by_hand) - SHOWN} more, see `notes` in the records")
            )

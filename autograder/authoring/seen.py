"""What became of one file of a corpus, and of one mutant of the solution."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from autograder.authoring.mutants import Mutant
from autograder.model import CheckResult, Report

SOLUTION = "the solution"


@dataclass(frozen=True)
class FileSeen:
    """One file of a corpus, judged on several seeds.

    Attributes:
        name: which; `SOLUTION` for the solution.
        function: the function that is wrong, or empty.
        ids: the misconceptions that may be named.
        reports: by seed.
        ends: the checks that are end-to-end claims.
        broken: those of them that a wrong file does not pass by itself.
        shares: of a right file: function -> the share of its bounds that its answers take up.
        smallest: of a right file that loses points: where its function is wrong on the declared
            domain, and the smallest call at which it is; empty when it is right there.
    """

    name: str
    function: str
    ids: tuple[str, ...]
    reports: Mapping[int, Report]
    ends: frozenset[str]
    broken: tuple[str, ...] = ()
    shares: Mapping[str, float] = field(default_factory=dict)
    smallest: str = ""

    @property
    def scores(self) -> dict[int, float]:
        """By seed."""
        return {seed: report.score for seed, report in self.reports.items()}

    @cached_property
    def lost(self) -> dict[int, tuple[CheckResult, ...]]:
        """Seed -> the checks that took points, of its function where one is wrong."""
        lost = {seed: lost_in(report, self.function) for seed, report in self.reports.items()}
        return {seed: results for seed, results in lost.items() if results}

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Checks of other functions that took points on the first seed, end-to-end claims apart."""
        lost = lost_in(next(iter(self.reports.values()))) if self.function else ()
        return tuple(r.id for r in lost if r.function != self.function and r.id not in self.ends)

    @property
    def caught(self) -> bool:
        """It loses points where it is wrong, whatever the seed."""
        return len(self.lost) == len(self.reports)

    @property
    def named(self) -> bool:
        """One of its ids is named, whatever the seed."""
        return self.caught and all(
            {result.diagnosis for result in results} & set(self.ids)
            for results in self.lost.values()
        )

    @property
    def caught_by(self) -> tuple[str, ...]:
        """The checks that take points on every seed."""
        if not self.caught:
            return ()
        every = [{result.id for result in results} for results in self.lost.values()]
        return tuple(sorted(set.intersection(*every)))

    @property
    def spread(self) -> float:
        """Points between the best seed and the worst."""
        return max(self.scores.values()) - min(self.scores.values())


@dataclass(frozen=True)
class MutantSeen:
    """One mutant.

    Attributes:
        mutant: which.
        caught_by: the checks of its function that take points.
        compared: it is known whether the function is right: a probe says where it has to be, or
            its draws are told by the solution's.
        difference: how it is not; empty when it is.
        smallest: the smallest call at which it is not, to paste; empty where it takes several.
        faint: the difference is less than a check can see.
    """

    mutant: Mutant
    caught_by: tuple[str, ...]
    compared: bool
    difference: str
    smallest: str
    faint: bool = False

    @property
    def kind(self) -> str:
        """caught, missed, equal (to the solution, on the declared domain), or refused: equal, and
        not let through all the same. Of what is not caught: open where nothing is known, and faint
        where it could not be."""
        if self.caught_by:
            return "caught" if self.difference or not self.compared else "refused"
        if not self.compared:
            return "open"
        if self.faint:
            return "faint"
        return "missed" if self.difference else "equal"


def lost_in(report: Report, function: str = "") -> tuple[CheckResult, ...]:
    """The checks that took points, of one function or of all."""
    return tuple(
        result
        for result in report.checks
        if result.earned < result.points and function in ("", result.function)
    )

"""The validity run of an assignment: do its checks catch what is wrong, and nothing else?

Wrong files and right files of its corpus are judged on several seeds, and so are mutants of its
solution: those that are wrong somewhere on the declared domain have to lose points.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.authoring.bench import Bench, Made, Thing, on_benches
from autograder.authoring.corpora import corpus_of, right_in, solutions_in, wrong_in
from autograder.authoring.seen import FileSeen, MutantSeen
from autograder.authoring.trials import drawings_of, evenly, judge_file, judge_mutant, mutants_of
from autograder.catalogue import Assignment, find_assignment
from autograder.checking.chance import ALPHA
from autograder.checking.judging_draws import bounds_of
from autograder.release.build import lesson_of

OnProgress = Callable[[str, int, int], None]
# A verdict that hangs on a number, wrong on every third seed, is seen with a chance of 87 %.
SEEDS = range(5)
# Some 10 s of processor time; a function of five lines has 200 to 300.
MUTANTS = 400


@dataclass(frozen=True)
class Proof:
    """What became of everything that was judged.

    Attributes:
        assignment: whose checks.
        wrong, right: the files; the solution is the first of the right ones.
        mutants: those that were tried.
        made: how many mutants there are.
    """

    assignment: Assignment
    wrong: Sequence[FileSeen]
    right: Sequence[FileSeen]
    mutants: Sequence[MutantSeen]
    made: int

    @cached_property
    def kills(self) -> dict[str, Counter[str]]:
        """Check -> how many wrong files and mutants it catches, and how many it alone catches."""
        table = {check.id: Counter[str]() for check in self.assignment.checks}
        for id_ in (id_ for one in self.wrong for id_ in one.broken):
            table[id_]["files"] += 1
        for kind, seen in (("files", self.wrong), ("mutants", self.mutants)):
            for one in seen:
                for id_ in one.caught_by:
                    table[id_][kind] += 1
                if len(one.caught_by) == 1:
                    table[one.caught_by[0]]["alone"] += 1
        return table

    @property
    def missed(self) -> list[MutantSeen]:
        """Mutants that are wrong on the declared domain, and lose nothing."""
        return [one for one in self.mutants if one.kind == "missed"]

    @property
    def refused(self) -> list[MutantSeen]:
        """Mutants that are right on the declared domain, as far as can be told, and lose points."""
        return [one for one in self.mutants if one.kind == "refused"]

    @property
    def idle(self) -> list[str]:
        """Checks that catch nothing."""
        return [id_ for id_, count in self.kills.items() if not count["files"] + count["mutants"]]

    @property
    def rejected(self) -> list[FileSeen]:
        """Right files that lose points."""
        return [one for one in self.right if one.lost]

    @property
    def measured(self) -> dict[str, float]:
        """What was found for each of the assignment's `bounds`, by its name."""
        wanted = [one for one in self.wrong if one.ids]
        telling = [one for one in self.mutants if one.kind in ("caught", "missed")]
        return {
            "caught": _share(one.caught for one in self.wrong),
            "elsewhere": sum(bool(one.elsewhere) for one in self.wrong),
            "named": _share(one.named for one in wanted),
            "mutants": _share(one.kind == "caught" for one in telling),
            "idle": len(self.idle),
            "rejected": len(self.rejected),
            "spread": max((one.spread for one in (*self.wrong, *self.right)), default=0.0),
            "chance": chance_of(self.assignment),
            "share": max((x for one in self.right for x in one.shares.values()), default=0.0),
        }

    @property
    def unmet(self) -> list[str]:
        """The names of the bounds that are not met, and what is not there to be judged."""
        bounds = self.assignment.bounds
        absent = [
            f"no {kind} file in the corpus"
            for kind, files in (("wrong", self.wrong), ("right", self.right[1:]))
            if not files
        ]
        return absent + [
            name
            for name, value in self.measured.items()
            if not at_least_as_good(name, value, getattr(bounds, name))
        ]


def chance_of(assignment: Assignment) -> float:
    """The chance of a right submission to lose points, by calculation.

    What checks state themselves, and for each random initializer that is judged by its statistics
    the number of bounds, of `ALPHA` each.
    """
    bounds = sum(map(bounds_of, drawings_of(assignment).values()))
    return bounds * ALPHA + sum(check.chance for check in assignment.checks)


def at_least_as_good(name: str, value: float, bound: float) -> bool:
    """Whether a measured value keeps its bound: shares of what is caught are lower bounds."""
    return value >= bound if name in ("caught", "named", "mutants") else value <= bound


def _share(facts: Iterable[bool]) -> float:
    known = list(facts)
    return sum(known) / len(known) if known else 1.0


def prove(
    given: str | os.PathLike[str],
    *,
    seeds: Sequence[int] = SEEDS,
    mutants: int = MUTANTS,
    lesson: Path | None = None,
    corpus: Path | None = None,
    workers: int = 1,
    progress: OnProgress = lambda kind, done, of: None,
) -> Proof:
    """Judge the corpus of an assignment and mutants of its solution.

    Args:
        given: the assignment's name or folder.
        seeds: on which files are judged; mutants on the first one.
        mutants: how many of them are tried, evenly spread over all there are.
        lesson: the folder with its solutions; as `autograder release` finds it otherwise.
        corpus: the folder with `wrong` and `right`; the assignment's own `corpus` otherwise.
        workers: processes.
        progress: told how many files, or mutants, are judged of how many.

    Raises:
        UnknownAssignment, ReleaseError, UnusableCorpus: something of it is not there, or not as it
            has to be.
    """
    assignment = find_assignment(given)
    solutions = solutions_in(lesson or lesson_of(assignment), assignment)
    place = corpus or corpus_of(assignment)
    wrong = list(wrong_in(place, assignment, solutions))
    right = list(right_in(place, assignment, solutions))
    made = mutants_of(assignment, solutions)

    def judged(
        kind: str, judge: Callable[[Bench, Thing], Made], jobs: Sequence[Thing]
    ) -> list[Made]:
        seen: list[Made] = []
        progress(kind, 0, len(jobs))
        for one in on_benches(judge, jobs, assignment, solutions, workers):
            seen.append(one)
            progress(kind, len(seen), len(jobs))
        return seen

    files = judged("files", judge_file, [(one, seeds) for one in (None, *right, *wrong)])
    tried = judged("mutants", judge_mutant, [(one, seeds[0]) for one in evenly(made, mutants)])
    return Proof(assignment, files[len(right) + 1 :], files[: len(right) + 1], tried, len(made))

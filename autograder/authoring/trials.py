"""Judges one file of a corpus, and one mutant of the solution."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from autograder.authoring.bench import LIMITS, Bench
from autograder.authoring.corpora import Overlay, as_scripts, with_text
from autograder.authoring.denser import Difference, difference, share_of_bounds
from autograder.authoring.deviations import deviations
from autograder.authoring.mutants import Mutant, edits
from autograder.authoring.seen import SOLUTION, FileSeen, MutantSeen
from autograder.authoring.streams import Compared, compared
from autograder.catalogue import Assignment, Check
from autograder.checking.draws import Drawing, Draws
from autograder.checking.probe import Probe
from autograder.failing import Failed
from autograder.grading.snippets import snippet
from autograder.grading.submission import Graded
from autograder.model import CheckResult, Report
from autograder.student.calls import Answer, Program, Student, Trouble


def judge_file(bench: Bench, job: tuple[Overlay | None, Sequence[int]]) -> FileSeen:
    """What becomes of a file, or of the solution."""
    overlay, seeds = job
    ends = frozenset(check.id for check in bench.assignment.checks if check.end_to_end)
    if overlay and overlay.function:
        return _judge_wrong(bench, overlay, seeds, ends)
    files = overlay.files() if overlay else as_scripts(bench.solutions)
    name = overlay.name if overlay else SOLUTION
    reports: dict[int, Report] = {}
    shares: dict[str, float] = {}
    for seed in seeds:
        with bench.graded(name, files, seed) as one:
            reports[seed] = one.report
            if not shares:
                shares = shares_of_bounds(bench, one.student(), overlay)
    seen = FileSeen(name, "", (), reports, ends, shares=shares)
    return replace(seen, smallest=_where_wrong(bench, files, seen.lost.values()))


def _judge_wrong(
    bench: Bench, overlay: Overlay, seeds: Sequence[int], ends: frozenset[str]
) -> FileSeen:
    """All checks judge it on the first seed; on others, those that its function can cost.

    These are the ones on it and those that need it, unless others have lost points.
    """
    first, *others = seeds
    with bench.graded(overlay.name, overlay.files(), first) as one:
        whole, broken = one.report, _broken(bench, overlay.function, one)
    seen = FileSeen(overlay.name, overlay.function, overlay.diagnoses, {first: whole}, ends, broken)
    concerned = [
        check
        for check in bench.assignment.checks
        if seen.elsewhere or overlay.function in (check.function, *check.needs)
    ]
    files = _files_for(bench.assignment, overlay.files(), concerned)
    only = {check.id for check in concerned}
    for seed in others:
        with bench.graded(overlay.name, files, seed, only) as one:
            again = {result.id: result for result in one.report.checks}
        results = tuple(again.get(result.id, result) for result in whole.checks)
        seen = replace(seen, reports={**seen.reports, seed: replace(whole, checks=results)})
    return seen


def _files_for(
    assignment: Assignment, files: Mapping[str, bytes], checks: Iterable[Check]
) -> dict[str, bytes]:
    """The exercises that these checks ask: each file stands alone, and is read for nothing else."""
    asked = {name for check in checks for name in (check.function, *check.needs)}
    names = {f"{assignment.exercise_of(name)}.py" for name in asked}
    return {name: data for name, data in files.items() if name in names}


def _broken(bench: Bench, function: str, one: Graded) -> tuple[str, ...]:
    """End-to-end claims that a file does not pass by itself, with no right function served."""
    earned = {result.id: result.earned for result in one.report.checks}
    ends = [check for check in bench.assignment.checks if check.end_to_end]
    lost = [check for check in ends if earned[check.id] < check.points]
    # What passed may have done so with a right function in the place of this one.
    doubtful = [check for check in ends if check not in lost and function in check.needs]
    alone: Sequence[CheckResult] = ()
    if doubtful and one.backend is not None:
        one.backend.renew(LIMITS)
        alone = bench.judged_alone(one.student(), doubtful, one.report.seed)
    return (*(c.id for c in lost), *(r.id for r in alone if r.earned < r.points))


def _where_wrong(
    bench: Bench, files: Mapping[str, bytes], lost: Iterable[Sequence[CheckResult]]
) -> str:
    for function in dict.fromkeys(result.function for results in lost for result in results):
        found = _difference(bench, files, function)
        if found is not None:
            return f"{found.words}{smallest_input(_to_paste(bench.assignment, found))}"
    return ""


def smallest_input(call: str) -> str:
    """How a call is told, where there is one."""
    return f"; smallest input: {call}" if call else ""


def _difference(bench: Bench, files: Mapping[str, bytes], function: str) -> Difference | None:
    """How a function breaks its promise on the domain that its checks declare, if it does."""
    with bench.student(files) as student:
        return _difference_of(bench, student, function)


def _difference_of(bench: Bench, student: Student, function: str) -> Difference | None:
    for probe in probes_of(bench.assignment).get(function, []):
        found = difference(student, probe, bench.assignment.cases)
        if found is not None:
            return found
    return None


def judge_mutant(bench: Bench, job: tuple[Mutant, int]) -> MutantSeen:
    """What becomes of a mutant: whether it is caught, and whether it is wrong at all.

    Only the checks on its function are asked, of one process, and nothing that they need: all else
    is the solution.
    """
    mutant, seed = job
    exercise = bench.assignment.exercise_of(mutant.function)
    assert exercise is not None
    checks = [check for check in bench.assignment.checks if check.function == mutant.function]
    texts = with_text(bench.solutions, exercise, mutant.text)
    files = _files_for(bench.assignment, as_scripts(texts), checks)
    drawing = drawings_of(bench.assignment).get(mutant.function)
    with bench.student(files) as student:
        results = bench.judged_alone(student, checks, seed)
        found = None if drawing else _difference_of(bench, student, mutant.function)
    caught_by = tuple(result.id for result in results if result.earned < result.points)
    if drawing is not None:
        kind, words = _by_draws(bench, files, drawing)
        return MutantSeen(mutant, caught_by, kind != "open", words, "", kind == "faint")
    # What goes by the number of calls may be wrong in a new process only.
    found = found or _difference(bench, files, mutant.function)
    return MutantSeen(
        mutant,
        caught_by,
        mutant.function in probes_of(bench.assignment),
        found.words if found else "",
        _to_paste(bench.assignment, found) if found else "",
    )


def _by_draws(bench: Bench, files: Mapping[str, bytes], drawing: Drawing) -> Compared:
    """What the draws of an initializer show, on two programs of its own."""
    seen = Compared("equal")
    for number in range(2):
        drawn, program, right = _drawn_by_the_solution(bench, drawing, number)
        with bench.student(files) as student:
            try:
                seen = compared(drawn, student.run(program), right)
            except Trouble as trouble:  # its process is lost
                seen = Compared("wrong", trouble.observed)
        if seen.kind != "equal":
            break
    return seen


# Hundreds of mutants of one function are held against the same answers.
@lru_cache(maxsize=32)
def _drawn_by_the_solution(
    bench: Bench, drawing: Drawing, number: int
) -> tuple[Sequence[Draws], Program, Sequence[Answer]]:
    drawn, program = drawing.asks(bench.assignment.cases(np.random.default_rng([31, number])))
    with bench.student(as_scripts(bench.solutions)) as student:
        return drawn, program, list(student.run(program))


def _to_paste(assignment: Assignment, found: Difference) -> str:
    if found.call is None:
        return ""
    words = " ".join(snippet(assignment, [found.call], [0]).lines).split()
    return re.sub(r",?\s+\)", ")", re.sub(r"\(\s+", "(", " ".join(words)))


def shares_of_bounds(bench: Bench, student: Student, overlay: Overlay | None) -> dict[str, float]:
    """Function -> the share of its bounds that a right file's answers take up.

    Args:
        bench: where the functions are.
        student: a right file's.
        overlay: the file, whose exercise alone is looked at; None for the solution.
    """
    exercise = overlay and overlay.exercise
    shares: dict[str, float] = {}
    for function, probes in probes_of(bench.assignment).items():
        if exercise in (None, bench.assignment.exercise_of(function)):
            for probe in probes:
                try:
                    share = share_of_bounds(student, probe, bench.assignment.cases)
                except (Trouble, Failed):
                    continue  # it is rejected, and counted there
                shares[function] = max(share, shares.get(function, 0.0))
    return shares


def probes_of(assignment: Assignment) -> dict[str, list[Probe]]:
    """Function -> the probes that its checks ask; whoever asks more has it as `probe`."""
    found: dict[str, list[Probe]] = {}
    for check in assignment.checks:
        asked = getattr(check.question.asks, "__self__", None)
        probe = getattr(asked, "probe", asked)
        known = found.setdefault(check.function, [])
        if isinstance(probe, Probe) and probe.function == check.function and probe not in known:
            known.append(probe)
    return {function: probes for function, probes in found.items() if probes}


def drawings_of(assignment: Assignment) -> dict[str, Drawing]:
    """Function -> how it is asked, for each random initializer that is judged by its draws."""
    asked = [getattr(check.question.asks, "__self__", None) for check in assignment.checks]
    return {one.function: one for one in asked if isinstance(one, Drawing)}


def mutants_of(assignment: Assignment, solutions: Mapping[str, str]) -> list[Mutant]:
    """Every mutant of every name of the exercises."""
    return [
        mutant
        for exercise, names in assignment.exercises.items()
        for name in names
        for make in (edits, deviations)
        for mutant in make(solutions[exercise], [name])
    ]


def evenly(mutants: Sequence[Mutant], size: int) -> list[Mutant]:
    """So many mutants at equal distances, always the same ones."""
    size = min(size, len(mutants))
    return [mutants[number * len(mutants) // size] for number in range(size)]

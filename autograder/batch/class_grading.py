"""Grades a class, as the command `grade` is asked to."""

import math
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from rich import progress as bars
from rich.console import Console
from rich.text import Text

from autograder.batch.pool import Pool
from autograder.batch.run import SCORES, Batch, Grading, choose_seed, settle
from autograder.batch.worker import Settings
from autograder.catalogue import Assignment, find_assignment
from autograder.grading.case_sets import read_salt
from autograder.handins import finding as handins
from autograder.refusals import refusals_told
from autograder.results.graded_from import remember
from autograder.results.journal import Journal
from autograder.results.lateness import keep_policy, lateness_in
from autograder.results.policy import POLICY, read_policy
from autograder.results.written import WRITTEN
from autograder.showing import counted, shown, some
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import CLASS_LIMITS, Limits


def grade_class(
    *,
    submissions: Path,
    assignment: str,
    out: Path,
    workers: int | None,
    scheduler: str | None,
    seed: int | None,
    salt: Path | None,
    timeout: float | None,
    memory_mb: int | None,
    policy: Path | None,
    unsafe: bool,
    gradebook: str | None,
    course: Path | None,
) -> None:
    """What `autograder grade` does; see there."""
    console = Console(stderr=False, highlight=False)
    with told_in_a_sentence():
        found = find_assignment(assignment)
        if policy:
            read_policy(policy)
        secret, limits = read_salt(salt) if salt else b"", _limits(timeout, memory_mb)
        hand_ins = handins.find(submissions, found, out)
        if gradebook:  # asked now, so that nothing is graded in vain
            _gradebook(out, gradebook, course, check=found.name)
        with Journal(out) as journal:
            secrets = tuple(str(path.resolve()) for path in (submissions, out, salt) if path)
            seed = choose_seed(seed, journal)
            settings = Settings(found.reference, seed, secret, limits, unsafe, secrets)
            batch = Batch(hand_ins, found, journal)
            with _graders(settings, workers or os.cpu_count() or 1, scheduler) as grading:
                changed = settle(journal, found, settings)
                remember(out, submissions.resolve(), found)
                if policy:
                    keep_policy(out, policy)
                _announce(console, settings, batch, changed)
                _grade_all(console, batch, grading)
            _conclude(console, batch, found)
        if gradebook:
            _gradebook(out, gradebook, course)


def _gradebook(out: Path, url: str, course: Path | None, *, check: str | None = None) -> None:
    """What `autograder gradebook` does, which is a command of a layer above this one."""
    context = click.get_current_context()
    group = context.find_root().command
    command = group.get_command(context, "gradebook") if isinstance(group, click.Group) else None
    if command is None:
        raise click.ClickException("there is no `autograder gradebook` here to write with")
    context.invoke(command, results=out, url=url, folder=course, dry_run=False, check=check)


def _say(console: Console, words: str) -> None:
    """A line as long as it is: paths in it can be copied whole."""
    console.print(Text(words), soft_wrap=True)


def _announce(console: Console, settings: Settings, batch: Batch, changed: list[str]) -> None:
    hand_ins, aside = batch.hand_ins, batch.journal.aside
    for note in batch.journal.notes:
        _say(console, note)
    salted = ", secret cases" if settings.salt else ""
    many = counted(len(hand_ins.places), "hand-in")
    console.print(Text(f"seed {settings.seed}{salted}; {many}"))
    if changed and aside:
        what = " and ".join(changed)
        _say(
            console,
            f"{what} than before: everything is graded anew, the old records are in {aside}",
        )
    if lost := sorted(batch.journal.left - {place.student for place in hand_ins.places}):
        whose = f"only there, as they have no hand-in now: {some(lost)}"
        _say(console, f"{counted(len(lost), 'student')} {whose}")
    if settings.unsafe:
        console.print(Text("no lock-down: only for hand-ins of people you trust", style="bold red"))
    if hand_ins.strays:
        names = ", ".join(map(shown, hand_ins.strays[:3]))
        names += ", …" if len(hand_ins.strays) > 3 else ""
        count = counted(len(hand_ins.strays), "stray file")
        _say(console, f"{count}, nobody's: {names}")


def _limits(timeout: float | None, memory_mb: int | None) -> Limits:
    usual = CLASS_LIMITS
    call = usual.call_seconds if timeout is None else timeout
    if not math.isfinite(call):
        raise click.ClickException(f"--timeout cannot be {call}; give a number of seconds")
    ratio = call / usual.call_seconds
    total, asleep = usual.total_seconds * ratio, usual.asleep_seconds * ratio
    return Limits(call, total, memory_mb or usual.memory_mb, asleep)


@contextmanager
def _graders(settings: Settings, workers: int, scheduler: str | None) -> Iterator[Grading]:
    if scheduler is None:
        with Pool(settings, workers) as pool:
            yield pool.run
        return
    from autograder.batch.cluster import Cluster

    with Cluster(settings, scheduler) as cluster:
        yield cluster.run


class Rate(bars.ProgressColumn):
    """Submissions a second."""

    def render(self, task: bars.Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.0f}/s" if speed else "")


def _grade_all(console: Console, batch: Batch, grading: Grading) -> None:
    bar = bars.Progress(
        *(bars.TextColumn("grading"), bars.BarColumn(), bars.MofNCompleteColumn()),
        *(Rate(), bars.TimeRemainingColumn()),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
    with bar:
        line = bar.add_task("", total=batch.progress.total)
        with closing(batch.grade(grading)) as reports:  # type: ignore[type-var]  # a generator
            for _ in reports:
                bar.update(line, completed=batch.progress.held + batch.progress.graded)


def _conclude(console: Console, batch: Batch, assignment: Assignment) -> None:
    gone, journal, progress = batch.finish(), batch.journal, batch.progress
    batch.summary.show(console)
    if progress.held:
        console.print(Text(f"{progress.graded} graded now, {progress.held} had a record already"))
    if gone:
        kept = counted(len(gone), "record")
        console.print(Text(f"{kept} from before kept, with no hand-in now: {some(gone)}"))
    _say(console, f"records: {shown(str(journal.path))}")
    if assignment.written:
        place = shown(str(journal.folder / WRITTEN))
        _say(console, f"written: {place}, where people enter the points")
    for words in batch.said:
        _say(console, words)
    _say(console, f"scores:  {shown(str(journal.folder / SCORES))}")
    if (lateness := lateness_in(journal.folder)) is not None:
        words = lateness.in_words(journal.reports())
        _say(console, f"policy:  {shown(str(journal.folder / POLICY))}, {words}")


@contextmanager
def told_in_a_sentence() -> Iterator[None]:
    """Whatever went wrong is said in one sentence, and raises the exit status that says so."""
    try:
        with refusals_told():
            yield
    except NoLockdown as error:
        raise click.ClickException(
            f"student code cannot be locked down here ({error}); `autograder doctor` says more, "
            "and --unsafe grades all the same"
        ) from error
    except KeyboardInterrupt:
        click.echo("interrupted; the same command goes on from here", err=True)
        sys.exit(130)

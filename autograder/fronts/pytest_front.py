"""`pytest autograder`: every check a test, in pytest's own terms, with our words for failures."""

import gc
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.catalogue import (
    OURS,
    Assignment,
    Check,
    UnknownAssignment,
    find_assignment,
    usual_assignment,
)
from autograder.fronts import progress, text
from autograder.fronts.anywhere import folders_near
from autograder.grading.submission import grade
from autograder.handins.finding import one
from autograder.handins.submission import UnusablePath
from autograder.model import CheckResult, Outcome, Report
from autograder.showing import environment_in_words, points, spoken
from autograder.student.host.cold import ColdLauncher
from autograder.student.limits import Limits

if TYPE_CHECKING:
    from autograder.student.host.launching import Launcher

EXERCISES = Path("exercises")
_GRADED = pytest.StashKey[Report]()
_PROCESSES = pytest.StashKey["Launcher"]()
_BROKEN = ("autograder", "broken")  # on a test's report: the check itself went wrong


class CheckFailed(Exception):
    """Carries a result that did not pass to where it is shown."""

    def __init__(self, result: CheckResult) -> None:
        super().__init__(result.message)
        self.result = result


def add_options(parser: pytest.Parser) -> None:
    """The options of `pytest autograder`."""
    group = parser.getgroup("autograder", "grading an exercise")
    group.addoption(
        "--submission",
        metavar="PATH",
        default=None,
        help=f"folder or file to grade (default: {EXERCISES} and the assignment's name)",
    )
    group.addoption(
        "--assignment",
        metavar="NAME",
        default=None,
        help=f"name or folder of the assignment (default: the submission's folder, else {OURS})",
    )
    group.addoption(
        "--hints",
        type=int,
        choices=range(len(text.HINTS) + 1),
        default=None,
        help="how many hints each message gives at most: none, the likely idea, or also where to "
        "think about it (default: what eight lines have room for)",
    )


def submission_path(config: pytest.Config) -> Path:
    """The path that is graded."""
    given = config.getoption("--submission")
    if given is not None:
        return Path(given)
    usual = EXERCISES / assignment_of(config).name
    here = Path.cwd()
    # One may be anywhere in a checkout, or above a kit, in the folder that it was unpacked into.
    places = [Path(), *here.parents, config.rootpath, Path(__file__).resolve().parents[2]]
    return next((place / usual for place in places if (place / usual).exists()), usual)


def assignment_of(config: pytest.Config) -> Assignment:
    """The assignment that is graded: the one named, else the one that a folder is named for.

    The folder is the submission's, that of a path to run, or the one where pytest was started.

    Raises:
        pytest.UsageError: there is none of that name.
    """
    name = config.getoption("--assignment")
    if name is None:
        given = config.getoption("--submission")
        name = usual_assignment(
            folders_near(config) if given is None else [Path(given).resolve().name]
        )
    try:
        return find_assignment(name)
    except UnknownAssignment as error:
        raise pytest.UsageError(str(error)) from None


def use_one_process(config: pytest.Config) -> None:
    """Grade in this process also with `-n 2`: all checks share one run of the student's files."""
    package = Path(__file__).resolve().parents[1]
    only_ours = all(
        (config.invocation_params.dir / argument.partition("::")[0])
        .resolve()
        .is_relative_to(package)
        for argument in config.args
    )
    if only_ours and hasattr(config.option, "dist"):
        config.option.dist, config.option.tx, config.option.numprocesses = "no", [], 0


class CatalogueFile(pytest.File):
    """Collects the checks of an assignment, by exercise and function."""

    def collect(self) -> Iterator[pytest.Collector]:
        self.session.stash[_PROCESSES] = processes_for(self.config)
        assignment = assignment_of(self.config)
        for exercise in dict.fromkeys(check.exercise for check in assignment.checks):
            checks = [check for check in assignment.checks if check.exercise == exercise]
            yield CheckCollector.from_parent(self, name=exercise, checks=checks)


class CheckCollector(pytest.Collector):
    """An exercise, or a function of it."""

    def __init__(self, *, checks: list[Check], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.checks = checks

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        if isinstance(self.parent, CheckCollector):
            return [
                CheckItem.from_parent(self, name=check.name, check=check) for check in self.checks
            ]
        return [
            CheckCollector.from_parent(
                self, name=name, checks=[check for check in self.checks if check.function == name]
            )
            for name in dict.fromkeys(check.function for check in self.checks)
        ]


def processes_for(config: pytest.Config) -> "Launcher":
    """Where the student's code runs: what is named may be somebody else's, and is locked down."""
    if config.getoption("--submission") is not None:
        from autograder.student.host.launching import locked_if_possible  # the others do not wait

        return locked_if_possible(Limits())
    return ColdLauncher(Limits(), ahead=True)


class CheckItem(pytest.Item):
    """One check as a test."""

    def __init__(self, *, check: Check, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.check = check

    def runtest(self) -> None:
        result = next(r for r in report_of(self.session).checks if r.id == self.check.id)
        if result.outcome is Outcome.BROKEN:
            self.user_properties.append(_BROKEN)
        if result.outcome is not Outcome.PASSED:
            raise CheckFailed(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, CheckFailed):
            hints = self.config.getoption("--hints")
            result = excinfo.value.result
            return "\n".join(text.block(result, self.check.claim, whole=True, hints=hints))
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        return self.path, None, f"{self.check.exercise} › {self.check.function} › {self.name}"


def status_of(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """How pytest counts and shows a check of ours that went wrong: not as the student's failure.

    The run ends with an exit status for a failure all the same, because who gives points by that
    must not give them for what nobody has judged.
    """
    properties = getattr(report, "user_properties", ())  # reports on collecting have none
    if report.failed and _BROKEN in map(tuple, properties):
        return "not decided", "!", "NOT DECIDED (our fault, not yours)"
    return None


def report_of(session: pytest.Session) -> Report:
    """The report on everything that was selected; made when it is first asked for."""
    if _GRADED not in session.stash:
        config = session.config
        gc.freeze()  # what is there by now stays: to look through it was a tenth of the run
        wanted = {item.check.id for item in session.items if isinstance(item, CheckItem)}
        session.stash[_GRADED] = grade(
            submission_path(config),
            assignment_of(config),
            only=wanted,
            launch=session.stash[_PROCESSES].launch,
        )
    return session.stash[_GRADED]


def clean_up(session: pytest.Session) -> None:
    """End the processes that were started, and let others see all objects again."""
    gc.unfreeze()  # Hypothesis takes what nothing is seen to refer to for an error of its user
    if _PROCESSES in session.stash:
        session.stash[_PROCESSES].close()


def quiet_pytest(session: pytest.Session) -> None:
    """When only checks run, show them in our own shape instead of pytest's.

    Raises:
        pytest.UsageError: there is nothing to grade at the path.
    """
    if session.items and all(isinstance(item, CheckItem) for item in session.items):
        assignment = assignment_of(session.config)
        try:
            one(submission_path(session.config), assignment)
        except UnusablePath as error:
            words = str(error)
            if session.config.getoption("--submission") is None:
                words += "; files that lie elsewhere: pytest autograder --submission FOLDER"
            raise pytest.UsageError(words) from None
        session.config.option.tbstyle = "no"
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        if reporter is not None:
            reporter.reportchars = ""


def write_summary(terminal: Any, session: pytest.Session) -> None:
    """What failed, points by function, and a word to go on with."""
    report = session.stash.get(_GRADED, None)
    if report is None:
        return
    width = min(max(terminal._tw.fullwidth, 60), 100)
    claims = {
        item.check.id: item.check.claim for item in session.items if isinstance(item, CheckItem)
    }
    whole = session.config.get_verbosity() > 0
    hints = session.config.getoption("--hints")
    shown = text.blocks(report.checks, claims, width, whole=whole, hints=hints)
    for result, (first, *rest) in shown:
        terminal.write_line("")
        terminal.write_line(first, red=result.outcome is Outcome.FAILED, bold=True)
        for line in rest:
            terminal.write_line(line)
    terminal.write_line("")
    for label, words, most in _said(report):
        for line in text.wrapped(label, words, width, most):
            terminal.write_line(line)
    terminal.write_sep("─", "points")
    for line in text.points_table(report.checks, width):
        terminal.write_line(line)
    news = _changes(session, report)
    for line in text.wrapped("", news and f"since the last run: {news}", width, 3):
        terminal.write_line(line)
    terminal.write_line("")
    for line in text.wrapped("", f"{environment_in_words(report.environment)}.", width):
        terminal.write_line(line)
    word = text.closing_word(report.checks, pictured=assignment_of(session.config).pictured)
    for line in text.wrapped("", word, width, 3):
        terminal.write_line(line, green=report.score >= report.max_score)


def _said(report: Report) -> list[tuple[str, str, int]]:
    """(Label, words, lines at most) of what stands before the points; what is empty is left out."""
    blocked = [spoken(r.name) for r in report.checks if r.outcome is Outcome.BLOCKED]
    made = "it is" if len(blocked) == 1 else "they are"
    waiting = f"{', '.join(blocked)}: judged when what {made} made of is right"
    broken = points(sum(r.points for r in report.checks if r.outcome is Outcome.BROKEN))
    undecided = f"{broken} points: a check of ours went wrong, a person looks at it"
    return [
        ("to write", ", ".join(text.open_functions(report.checks)), 4),
        ("waiting", waiting if blocked else "", 5),
        *(("note", note.text, 3) for note in report.notes),
        ("not decided", undecided if broken != "0" else "", 3),
    ]


def _changes(session: pytest.Session, report: Report) -> str:
    """What has changed since the last run on the same path; remembers this one."""
    cache = getattr(session.config, "cache", None)
    if cache is None:  # `-p no:cacheprovider`
        return ""
    where = str(submission_path(session.config).resolve())
    known = cache.get(progress.KEY, {})
    before = known.get(where, {}) if isinstance(known, dict) else {}
    now = progress.earned_by_function(report.checks)
    cache.set(progress.KEY, {where: before | now})
    return progress.changes(before, now)

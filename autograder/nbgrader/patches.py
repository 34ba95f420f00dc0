"""Everything of nbgrader that is replaced; nothing else of this package changes nbgrader.

There is no setting for any of this. nbgrader ends the command when nobody handed a notebook in,
passes over a student without one, copies whatever a student's links point to (what only the
instructor may read among it, which a student then finds in the feedback), fails on a pipe,
opens its database six times a student, and writes and validates every notebook twice; and it has no
command that opens formgrader.
"""

import contextlib
import inspect
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from autograder.nbgrader.autograding import BatchGrader
from autograder.nbgrader.course_folders import CourseFolders, timestamp
from autograder.nbgrader.gradebook import Gradebook, UnusableGradebook
from autograder.nbgrader.graded_notebook import is_ours

TRIED = "0.9.6"  # the version that the tests ran with
FORMGRADER = "/formgrader"


class OtherNbgrader(RuntimeError):
    """nbgrader is not as it was when this was written; the text says what to install."""


def replace(owner: Any, **methods: Callable[..., Any]) -> None:
    """Put methods in the place of a class's own, once.

    Raises:
        OtherNbgrader: one of them is not there, or takes other arguments.
    """
    for name, method in methods.items():
        there = getattr(owner, name, None)
        if there is method:
            continue
        if there is None or _arguments(there) != _arguments(method):
            raise OtherNbgrader(
                f"nbgrader {version('nbgrader')} has another {owner.__name__}.{name} than the "
                f"{TRIED} that this autograder was tried with: pip install nbgrader=={TRIED}"
            )
        setattr(owner, name, method)


def _arguments(function: Callable[..., Any]) -> list[str]:
    return list(inspect.signature(function).parameters)


def patch_autograde(converter: Any) -> None:
    """Have nbgrader's `Autograde` list everybody, write marks at once and copy no file of a
    student's, in assignments of ours.

    Raises:
        OtherNbgrader: it cannot be done with this nbgrader.
    """
    from nbgrader.converters.base import BaseConverter

    stock_notebooks, stock_begin, stock_convert = (
        converter.init_notebooks,
        converter.init_assignment,
        converter.convert_single_notebook,
    )

    def init_notebooks(self: Any) -> None:
        """List every notebook of every student of ours, whether it was handed in or not."""
        if is_ours(self.coursedir.assignment_id):
            _take_everybody(self)
        else:
            stock_notebooks(self)

    def init_assignment(self: Any, assignment_id: str, student_id: str) -> None:
        """Write a student's marks; of the student's files none is copied."""
        if is_ours(assignment_id):
            _begin(self, assignment_id, student_id)
        else:
            stock_begin(self, assignment_id, student_id)

    def convert_single_notebook(self: Any, notebook_filename: str) -> None:
        """Write a notebook, once: it comes clean and graded."""
        if is_ours(self.coursedir.assignment_id):
            BaseConverter.convert_single_notebook(self, notebook_filename)
        else:
            stock_convert(self, notebook_filename)

    replace(
        converter,
        init_notebooks=init_notebooks,
        init_assignment=init_assignment,
        convert_single_notebook=convert_single_notebook,
    )


def _take_everybody(converter: Any) -> None:
    course = converter.coursedir
    place = CourseFolders(course)
    folders = place.handed_in(course.assignment_id)
    if not folders:
        where = course.format_path(course.submitted_directory, "", "")
        _refuse(converter, f"no submission of {course.assignment_id} in {where}")
    try:
        Gradebook(course.db_url).require(course.assignment_id)
        released = place.released(course.assignment_id)
    except (UnusableGradebook, OSError, ValueError) as error:
        _refuse(converter, str(error))
    # nbgrader's own ends the command when a student's file holds no time.
    course.get_existing_timestamp = lambda folder: timestamp(Path(folder))
    names = [master.name for master in released if course.notebook_id in ("*", master.name)]
    converter.assignments = {
        folder: [os.fspath(Path(folder, f"{name}.ipynb")) for name in names]
        for folder in folders.values()
    }


def _begin(converter: Any, assignment: str, student: str) -> None:
    grader: BatchGrader = converter.exporter.grader
    if not converter.create_student and not grader.book.knows(student):
        _refuse(converter, f"No student with ID '{student}' exists in the database")
    try:
        grader.begin(student, assignment)
    except UnusableGradebook as error:
        # The next student would fare no better. What was graded is kept beside the results.
        grader.stop()
        converter.log.error("%s; the same command goes on from here", error)
        raise SystemExit(1) from error


def _refuse(converter: Any, why: str) -> None:
    from nbgrader.converters.base import NbGraderException

    converter.log.error(why)
    raise NbGraderException(why)


def patch_formgrader() -> None:
    """Have `nbgrader formgrader` open formgrader on the course in the working folder.

    Nothing happens where nbgrader's command is not what runs, as in a Jupyter server.
    """
    commands = sys.modules.get("nbgrader.apps.nbgraderapp")
    if commands is not None:
        replace(commands.NbGraderApp, start=_start(commands.NbGraderApp.start))


def patch_collect() -> None:
    """Have nbgrader's `collect` take no links out of the exchange, in assignments of ours.

    Nothing happens where nbgrader's exchange is not what is used.
    """
    module = sys.modules.get("nbgrader.exchange.default.collect")
    if module is None or getattr(module.ExchangeCollect.do_copy, "takes_no_links", False):
        return
    stock = module.ExchangeCollect.do_copy

    def do_copy(self: Any, src: str, dest: str, log: Any = None) -> None:
        """Copy a submission; see nbgrader's class."""
        if not is_ours(self.coursedir.assignment_id):
            stock(self, src, dest, log)
            return
        if Path(src).is_symlink():
            self.fail(f"{src} is a link, and no submission; remove it, and collect again")
        with _links_left_out(self.log):
            stock(self, src, dest, log)

    do_copy.takes_no_links = True  # type: ignore[attr-defined]  # a mark on a function
    replace(module.ExchangeCollect, do_copy=do_copy)


@contextlib.contextmanager
def _links_left_out(log: Any) -> Iterator[None]:
    """While it lasts, trees of files are copied without the links in them."""
    stock = shutil.copytree

    def copytree(src: Any, dst: Any, symlinks: bool = False, *rest: Any, **options: Any) -> Any:
        # As links first, and taken away in the copy: in its source they can be exchanged meanwhile.
        made = stock(src, dst, True, *rest, **options)
        for path in Path(dst).rglob("*"):
            if path.is_symlink():
                path.unlink()
                log.warning("%s was a link and is left out", path)
        return made

    shutil.copytree = copytree
    try:
        yield
    finally:
        shutil.copytree = stock


def _start(stock: Callable[[Any], None]) -> Callable[[Any], None]:
    if getattr(stock, "opens_formgrader", False):  # the configuration is read several times
        return stock

    def start(self: Any) -> None:
        """Open formgrader if that is asked for; everything else is nbgrader's."""
        if self.subapp is None and self.extra_args[:1] == ["formgrader"]:
            command = server_command(self.extra_args[1:])
            if os.name == "posix":  # in place of this process, so that who ends it ends the server
                os.execv(command[0], command)  # noqa: S606  # there is nothing for a shell to do
            sys.exit(subprocess.call(command))
        stock(self)

    start.opens_formgrader = True  # type: ignore[attr-defined]  # a mark on a function
    return start


def server_command(more: list[str]) -> list[str]:
    """The command that serves formgrader from the working folder, with more options of Jupyter's.

    Jupyter refuses to serve for root unless it is told; who is root here, as in a container, asked
    for this server.
    """
    root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    extension = "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}"
    place = f"--ServerApp.default_url={FORMGRADER}"
    return [sys.executable, "-P", "-m", "jupyter_server", *root, extension, place, *more]

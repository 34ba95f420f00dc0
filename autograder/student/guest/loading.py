"""Runs a student's file statement by statement and keeps what is bound when it ends.

A statement of a script that raises, whatever it raises, is noted and the later ones still run; in a
notebook it ends its own cell, as it did before the student's eyes, and the later cells run. What
else such a cell defines is taken only where nothing of that name is there: the notebook itself
would have had none. A statement that never ends or kills the process is told to the grader
beforehand (`announce`), which starts a fresh process and has it skipped.
"""

import __future__ as futures

import ast
import builtins
import importlib
import inspect
import linecache
import os
import re
import sys
import warnings
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from types import CodeType, ModuleType

from . import standins
from .cells import Complaint, Reading, Statement
from .compiling import EAGER_ANNOTATIONS, file_of
from .reading import read
from .surroundings import kept_surroundings

_IMPORTS = (ast.Import, ast.ImportFrom)
_ANNOTATED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.AnnAssign)
_MAX_COMPLAINTS = 20  # more of them nobody reads
MAX_SAID = 600  # characters of an exception; NumPy's longest have 250
# "cannot import name 'x' from 'math' (/usr/lib/…)": a path of the machine that grades.
_WHERE_IT_LIES = re.compile(r" \((?:[^()]*[/\\][^()]*|unknown location)\)?$")


@dataclass
class Loaded:
    """A module, what went wrong while it was made, and [cell, line] of what was not to run."""

    module: ModuleType
    complaints: list[Complaint] = field(default_factory=list)
    skipped: list[list[int]] = field(default_factory=list)


def load(
    exercise: str, name: str, data: bytes, skip: Collection[int], announce: Callable[[int], None]
) -> Loaded:
    """Run a file.

    Args:
        exercise: the module's name.
        name: the file's name, as tracebacks and `__file__` show it.
        data: its bytes.
        skip: numbers of statements that are not to run.
        announce: told the number of each statement that could hang or exit, before it runs.

    Raises:
        UnreadableFile: nothing can be read from it.
    """
    reading = read(name, data)
    loaded = Loaded(_module(exercise, name, reading), reading.complaints)
    with kept_surroundings(), standins.at_rest():
        _Run(name, loaded, skip, announce, reading.flags).all(reading.statements)
    return loaded


def _module(exercise: str, name: str, reading: Reading) -> ModuleType:
    module = ModuleType("__main__" if reading.main else exercise)
    module.__file__ = os.path.join(os.getcwd(), name)
    if reading.ipython:
        vars(module).update(get_ipython=standins.Inert(), display=standins.Inert())
    sys.modules[exercise] = module
    if reading.main:
        sys.modules["__main__"] = module
    return module


class _Run:
    """One file on its way through its statements."""

    def __init__(
        self,
        name: str,
        loaded: Loaded,
        skip: Collection[int],
        announce: Callable[[int], None],
        flags: int,
    ) -> None:
        self.name = name
        self.loaded = loaded
        self.namespace = vars(loaded.module)
        self.skip = skip
        self.announce = announce
        self.flags = flags
        self.shown: set[int] = set()
        self.stopped: set[int] = set()

    def all(self, statements: list[Statement]) -> None:
        """Run them, in their order."""
        for number, statement in enumerate(statements):
            self._one(number, statement)

    def _one(self, number: int, statement: Statement) -> None:
        cell = statement.cell.number
        place = file_of(self.name, cell)
        if cell not in self.shown:
            self.shown.add(cell)
            _show_to_tracebacks(place, statement)
        if (statement.spare or cell in self.stopped) and not _only_adds(
            statement.node, self.namespace
        ):
            return
        if number in self.skip:
            self.loaded.skipped.append([cell, statement.node.lineno])
            self._stop(cell)
            return
        if not statement.harmless:
            self.announce(number)
        if statement.code is None:
            self.flags |= _future_flags(statement.node)
        if not self._ends_well(statement, place):
            self._stop(cell)

    def _stop(self, cell: int) -> None:
        if cell:
            self.stopped.add(cell)

    def _ends_well(self, statement: Statement, place: str) -> bool:
        """Whether the statement ended without an exception."""
        try:
            self._execute(statement.code or _compiled(statement, place, self.flags))
        except BaseException as error:  # a student's SystemExit ends nothing here
            if isinstance(error, ImportError) and isinstance(statement.node, _IMPORTS):
                self._stand_in(statement)
                return True
            if self._was_an_annotation(statement, place):
                return True
            self._complain(statement, _line_of(error, place), error)
            return False
        return True

    def _execute(self, code: CodeType) -> None:
        result = eval(code, self.namespace)  # running it is the purpose
        if code.co_flags & inspect.CO_COROUTINE:
            from .awaiting import drive

            drive(result)

    def _stand_in(self, statement: Statement) -> None:
        """Import what is there, and let stand-ins take the place of the rest."""
        for absent in standins.import_each(statement.node, self.namespace):
            self._complain(statement, None, absent)

    def _was_an_annotation(self, statement: Statement, place: str) -> bool:
        """Whether a definition that failed ends well when nothing looks at its annotations."""
        flag = futures.annotations.compiler_flag
        if not EAGER_ANNOTATIONS or self.flags & flag:
            return False
        if not isinstance(statement.node, _ANNOTATED):
            return False
        try:
            self._execute(_compiled(statement, place, self.flags | flag))
        except BaseException:  # then it is something else, and told as it was first
            return False
        return True

    def _complain(self, statement: Statement, line: int | None, error: BaseException) -> None:
        if len(self.loaded.complaints) < _MAX_COMPLAINTS:
            words = said(error)
            text = f"{type(error).__name__}: {words}" if words else type(error).__name__
            line = line or statement.node.lineno
            self.loaded.complaints.append(Complaint(statement.cell.number, line, text))


def _only_adds(node: ast.stmt, namespace: dict[str, object]) -> bool:
    """Whether a statement defines names, and none that is there already."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return name not in namespace
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return not any((n.asname or n.name.partition(".")[0]) in namespace for n in names)
        case ast.Assign(targets=targets):
            return all(isinstance(t, ast.Name) and t.id not in namespace for t in targets)
    return False


def _show_to_tracebacks(place: str, statement: Statement) -> None:
    text = "\n" * (statement.cell.first_line - 1) + statement.cell.text
    linecache.cache[place] = (len(text), None, text.splitlines(keepends=True), place)


def _future_flags(node: ast.stmt) -> int:
    if not isinstance(node, ast.ImportFrom) or node.module != "__future__":
        return 0
    flags = 0
    for alias in node.names:
        feature = getattr(futures, alias.name, None)
        flags |= getattr(feature, "compiler_flag", 0)
    return flags


def _compiled(statement: Statement, place: str, flags: int) -> CodeType:
    module = ast.Module([statement.node], type_ignores=[])
    try:
        code: CodeType = compile(module, place, "exec", flags, dont_inherit=True)
    except SyntaxError:
        # A file is compiled before any of it runs, so its filters cannot make its warnings errors.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(module, place, "exec", flags, dont_inherit=True)
    return code


def _line_of(error: BaseException, place: str) -> int | None:
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == place:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def said(error: BaseException) -> str:
    """The words of an exception, whatever its `__str__` does; a long text without its middle."""
    try:
        text = str(error)
    except BaseException:  # a student's __str__ may raise anything
        return "(its message cannot be shown)"
    text = str.__getitem__(text, slice(None))  # a subclass may have methods of its own
    if len(text) > MAX_SAID:
        text = f"{text[: MAX_SAID // 2]} … {text[-MAX_SAID // 2 :]}"
    return _WHERE_IT_LIES.sub("", text) if isinstance(error, ImportError) else text


def no_keyboard(prompt: object = "") -> str:
    """Stands for `input`.

    Raises:
        EOFError: always.
    """
    raise EOFError("input() gets no answer: there is no keyboard while your code is checked")


def prepare() -> None:
    """Make the process fit for student files: no keyboard, no packages but NumPy."""
    # NumPy finds these when they are first used, which a student's file may have made impossible.
    for part in ("random", "linalg", "fft", "ma", "polynomial"):
        importlib.import_module(f"numpy.{part}")
    builtins.input = no_keyboard
    # What a student may use at home and in class is the same: the standard library and NumPy,
    # which is imported already and finds its own parts without this list.
    sys.path[:] = [
        path for path in sys.path if "site-packages" not in path and "dist-packages" not in path
    ]

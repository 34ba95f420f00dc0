"""Runs a student's file statement by statement and keeps what is bound when it ends.

A statement of a script that raises, whatever it raises, is noted and the later ones still run; in a
notebook it ends its own cell, as it did before the student's eyes, and the later cells run. A
statement that never ends or kills the process is told to the grader beforehand (`announce`), which
starts a fresh process and has it skipped.
"""

from __future__ import annotations
import __future__ as futures

import ast
import builtins
import importlib
import inspect
import linecache
import os
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from types import CodeType, ModuleType

from .reading import Complaint, Statement, read_statements
from .standins import Inert

_HARMLESS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Import, ast.ImportFrom, ast.Pass)
_MAX_COMPLAINTS = 20


@dataclass
class Loaded:
    """A module, and what went wrong while it was made."""

    module: ModuleType
    complaints: list[Complaint] = field(default_factory=list)


def load(
    exercise: str,
    name: str,
    data: bytes,
    skip: Collection[int],
    announce: Callable[[int], None],
) -> Loaded:
    """Run a file.

    Args:
        exercise: the module's name.
        name: the file's name, as tracebacks and `__file__` show it.
        data: its bytes.
        skip: numbers of statements that are not to run.
        announce: told the number of each statement that could hang or exit, before it runs.

    Raises:
        Unreadable: nothing can be read from it.
    """
    statements, complaints = read_statements(name, data)
    notebook = name.lower().endswith(".ipynb")
    module = ModuleType("__main__" if notebook else exercise)
    module.__file__ = os.path.join(os.getcwd(), name)
    if notebook:
        vars(module).update(get_ipython=Inert(), display=Inert())
    sys.modules[exercise] = module
    if notebook:
        sys.modules["__main__"] = module
    loaded = Loaded(module, complaints)
    flags = 0
    shown: set[int] = set()
    stopped: set[int] = set()
    for number, statement in enumerate(statements):
        place = file_of(name, statement.cell.number)
        if statement.cell.number not in shown:
            shown.add(statement.cell.number)
            _show_to_tracebacks(place, statement)
        if statement.cell.number and statement.cell.number in stopped:
            continue
        if number in skip:
            stopped.add(statement.cell.number)
            continue
        if not isinstance(statement.node, _HARMLESS) or getattr(
            statement.node, "decorator_list", None
        ):
            announce(number)
        flags |= _future_flags(statement.node)
        if not _run(statement, place, flags, loaded):
            stopped.add(statement.cell.number)
    return loaded


def file_of(name: str, cell: int) -> str:
    """The name that code of this cell carries in tracebacks."""
    return f"{name} cell {cell}" if cell else name


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


def _run(statement: Statement, place: str, flags: int, loaded: Loaded) -> bool:
    """Whether the statement ended without an exception."""
    try:
        code = _compiled(statement, place, flags)
        result = eval(code, vars(loaded.module))  # running it is the purpose
        if code.co_flags & inspect.CO_COROUTINE:
            from .awaiting import drive

            drive(result)
    except BaseException as error:  # a student's SystemExit ends nothing here
        if len(loaded.complaints) < _MAX_COMPLAINTS:
            line = _line_of(error, place) or statement.node.lineno
            text = f"{type(error).__name__}: {said(error)}"
            loaded.complaints.append(Complaint(statement.cell.number, line, text))
        return False
    return True


def _compiled(statement: Statement, place: str, flags: int) -> CodeType:
    if statement.cell.number:
        flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    module = ast.Module([statement.node], type_ignores=[])
    code: CodeType = compile(module, place, "exec", flags, dont_inherit=True)
    return code


def _line_of(error: BaseException, place: str) -> int | None:
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == place:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def said(error: BaseException, limit: int = 300) -> str:
    """The first words of an exception, whatever its `__str__` does."""
    try:
        text = str(error)
    except BaseException:  # a student's __str__ may raise anything
        return "(its message cannot be shown)"
    return str.__getitem__(text, slice(0, limit))  # a subclass may have a slicing of its own


def no_keyboard(prompt: object = "") -> str:
    """Stands for `input`."""
    raise EOFError("input() has no keyboard here")


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

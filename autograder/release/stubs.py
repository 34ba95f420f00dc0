"""From a solved script to its stub: what a student gets to write.

A solution region inside a function gives way to `raise NotImplementedError("<name>: <hint>")`;
the hint is the region's first line, a comment `# hint: …`. A region around the assignment of a
dict literal keeps the keys and sets every value to None. A model answer to a written question
gives way to an invitation to write one.
"""

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.release.errors import ReleaseError
from autograder.release.markers import SolutionRegion, find_region
from autograder.release.script import Script, ScriptCell, python_of

INVITATION = "*Your answer, in your own words, in place of this line.*"

_LINE_LENGTH = 100  # as ruff is set for the solutions, so that stubs pass as well
_HINT = re.compile(r"\s*# hint: (\S.*)")


@dataclass(frozen=True, slots=True)
class StubCell:
    """A cell in which a student has something to write.

    Attributes:
        name: the function, or the dict, that the student writes.
        cell: the cell with its solution.
        stub: the text of the cell without it.
        solution: the statements between the markers.
    """

    name: str
    cell: ScriptCell
    stub: str
    solution: tuple[ast.stmt, ...]


def tasks_of(script: Script) -> dict[int, StubCell]:
    """The tasks of a script by the index of their cell.

    Raises:
        ReleaseError: see `find_region` and `task_of`; also a name that is a task twice.
    """
    tasks: dict[int, StubCell] = {}
    seen: dict[str, int] = {}
    for index, cell in enumerate(script.cells):
        task = task_of(script.path, cell)
        if task is None:
            continue
        if task.name in seen:
            where = f"{task.name} has a solution on line {seen[task.name]} already"
            raise ReleaseError(script.path, cell.line, where)
        seen[task.name] = cell.line
        tasks[index] = task
    return tasks


def task_of(path: Path, cell: ScriptCell) -> StubCell | None:
    """What there is to write in a cell, or None.

    Raises:
        ReleaseError: the region holds no statement; it is neither the end of a top-level
            function's body nor one assignment of a dict literal; a function's has no hint.
    """
    region = find_region(path, cell)
    if region is None:
        return None
    tree = python_of(path, cell)
    holders = [node for node in tree.body if not region.misses(_first_line(node), _last_line(node))]
    line = cell.line + region.begin - 1
    if not holders:
        raise ReleaseError(path, line, "there is no statement between the solution markers")
    if len(holders) == 1:
        holder = holders[0]
        if isinstance(holder, ast.FunctionDef):
            return _function_task(path, cell, region, holder)
        if isinstance(holder, ast.Assign) and region.covers(
            _first_line(holder), _last_line(holder)
        ):
            return _dict_task(path, cell, region, holder)
    raise ReleaseError(
        path, line, "a solution stands in the body of one function, or around one assignment"
    )


def stub_script(script: Script) -> Script:
    """The script that a student gets: nothing of a solution or of a model answer in it.

    Raises:
        ReleaseError: as `tasks_of`.
    """
    tasks = tasks_of(script)
    cells = []
    for index, cell in enumerate(script.cells):
        if index in tasks:
            cells.append(cell.with_source(tasks[index].stub))
        elif cell.answer is not None:
            cells.append(cell.with_source(INVITATION))
        else:
            cells.append(cell)
    return replace(script, cells=tuple(cells))


def require_points(folder: Path, scripts: Iterable[Script], points: Mapping[str, float]) -> None:
    """Make sure that the names worth points are those that the scripts mark.

    This is the last net under the markers: whatever became of an opening marker, a function that
    the checks ask for and that still holds its answer is not released.

    Raises:
        ReleaseError: a marked name without points, points without a marked name, or one name
            in two places.
    """
    found: dict[str, Path] = {}
    for script in scripts:
        for name, cell in _marked(script):
            if name not in points:
                raise ReleaseError(script.path, cell.line, f"no check gives points for {name}")
            if name in found:
                message = f"{name} has its place in {found[name].name} already"
                raise ReleaseError(script.path, cell.line, message)
            found[name] = script.path
    missing = [name for name in points if name not in found]
    if missing:
        message = f"no solution markers around {', '.join(missing)}, which checks give points for"
        raise ReleaseError(folder, None, message)


def _marked(script: Script) -> Iterator[tuple[str, ScriptCell]]:
    """The names that the cells of a script want checked."""
    tasks = tasks_of(script)
    for index, cell in enumerate(script.cells):
        if index in tasks:
            yield tasks[index].name, cell
        elif cell.check is not None:
            yield cell.check, cell


def _function_task(
    path: Path, cell: ScriptCell, region: SolutionRegion, function: ast.FunctionDef
) -> StubCell:
    line = cell.line + region.begin - 1
    inside = [n for n in function.body if region.covers(_first_line(n), _last_line(n))]
    cut = [
        n
        for n in function.body
        if n not in inside and not region.misses(_first_line(n), _last_line(n))
    ]
    if cut or region.begin <= function.lineno:
        message = f"the solution of {function.name} must hold whole statements of its body"
        raise ReleaseError(path, line, message)
    if not inside:
        raise ReleaseError(path, line, "there is no statement between the solution markers")
    if inside[-1] is not function.body[-1]:
        message = f"something of {function.name} comes after its solution, and would never run"
        raise ReleaseError(path, line, message)
    lines = cell.source.split("\n")
    hint = _HINT.fullmatch(lines[region.begin])
    if hint is None:
        message = f'the solution of {function.name} does not begin with a line "# hint: …"'
        raise ReleaseError(path, line + 1, message)
    indent = " " * inside[0].col_offset
    stub = _put(lines, region, _refusal(indent, f"{function.name}: {hint[1]}"))
    return StubCell(function.name, cell, stub, tuple(inside))


def _refusal(indent: str, message: str) -> list[str]:
    """The statement that a stub ends in, in one line if it fits."""
    words = json.dumps(message, ensure_ascii=False)
    line = f"{indent}raise NotImplementedError({words})"
    if len(line) <= _LINE_LENGTH:
        return [line]
    return [f"{indent}raise NotImplementedError(", f"{indent}    {words}", f"{indent})"]


def _dict_task(
    path: Path, cell: ScriptCell, region: SolutionRegion, assignment: ast.Assign
) -> StubCell:
    target, value = assignment.targets[0], assignment.value
    keys = value.keys if isinstance(value, ast.Dict) else []
    names = [key.value for key in keys if isinstance(key, ast.Constant)]
    if not isinstance(target, ast.Name) or not names or len(names) != len(keys):
        line = cell.line + region.begin - 1
        message = "a solution around an assignment must give one name a dict with constant keys"
        raise ReleaseError(path, line, message)
    entries = [f"    {json.dumps(name, ensure_ascii=False)}: None," for name in names]
    stub = _put(cell.source.split("\n"), region, [f"{target.id} = {{", *entries, "}"])
    return StubCell(target.id, cell, stub, (assignment,))


def _put(lines: list[str], region: SolutionRegion, replacement: list[str]) -> str:
    """The lines with the region, markers and all, replaced."""
    return "\n".join([*lines[: region.begin - 1], *replacement, *lines[region.end :]])


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno

"""Scripts that nbconvert or `%notebook` wrote: magics are calls of `get_ipython()`."""

import ast
import re

from ..cells import Cell, Complaint, Statement
from ..magics import RUN_BODY, without_cell_magic
from ..parsing import parse_cells

_CALL = re.compile(
    r"^[ \t]*(?:[\w, ]+ = )?get_ipython\(\)\."
    r"(?:run_line_magic|run_cell_magic|magic|system|getoutput)\(",
    re.MULTILINE,
)
_DEEPEST = 5  # cell magics within cell magics; a cell has one or two


def is_exported(text: str) -> bool:
    """Whether the text has such calls at the beginning of lines."""
    return "get_ipython()" in text and _CALL.search(text) is not None


def opened(statements: list[Statement], depth: int = 0) -> tuple[list[Statement], list[Complaint]]:
    """The statements with the bodies of `%%time` and `%%capture` in the place of the calls."""
    found: list[Statement] = []
    complaints: list[Complaint] = []
    for statement in statements:
        body = _body(statement.node)
        if body is None or depth > _DEEPEST:
            found.append(statement)
            continue
        name, source = body
        cell = without_cell_magic(Cell(source, 0)) if name in RUN_BODY else None
        inner, left_out = parse_cells([cell] if cell else [])
        inner, more = opened(inner, depth + 1)
        line = statement.node.lineno
        for each in inner:
            _set_line(each.node, line)
        found += [Statement(each.node, statement.cell) for each in inner]
        complaints += [Complaint(0, line, c.text, c.syntax) for c in (*left_out, *more)]
    return found, complaints


def _body(node: ast.stmt) -> tuple[str, str] | None:
    """Name and source of a cell magic that is a statement of its own."""
    match node:
        case ast.Expr(
            ast.Call(
                func=ast.Attribute(
                    value=ast.Call(func=ast.Name("get_ipython")), attr="run_cell_magic"
                ),
                args=[ast.Constant(str(name)), _, ast.Constant(str(source))],
            )
        ):
            return name, source
    return None


def _set_line(node: ast.stmt, line: int) -> None:
    # All of the cell stands on one line of the file, somewhere in a text.
    place = {"lineno": line, "end_lineno": line, "col_offset": 0, "end_col_offset": 0}
    for each in ast.walk(node):
        if hasattr(each, "lineno"):
            vars(each).update(place)

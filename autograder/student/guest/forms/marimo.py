"""Marimo notebooks: `.py` files whose cells are functions, run in the order of their variables.

Marimo itself is not needed. A cell's names are global but for those that begin with `_`, which are
its own. When a notebook that defines a name twice is converted, the second becomes `init_1`, and
what stands below uses that; in the notebook the last definition counted, for everything.
"""

import ast
import re
import symtable
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from ..cells import Cell, Complaint, Statement
from ..magics import without_cell_magic
from ..parsing import parse_cells

_APP = re.compile(r"^(\w+)[ \t]*=[ \t]*(?:marimo|mo)\.App\(", re.MULTILINE)
# What its exports to scripts, Markdown and Jupyter begin with or say of themselves.
_EXPORTED = re.compile(r"^__generated_with = |^marimo-version: |\"marimo_version\":", re.MULTILINE)
_SIGNS = ("__generated_with", "marimo")
_FUNCTIONS = ("function", "class_definition")
_RENAMED = re.compile(r"(.+)_([1-9]\d?)")


def app_name(text: str) -> str:
    """The variable that holds the app; empty if the text is no marimo file."""
    match = _APP.search(text) if "marimo" in text else None
    return match[1] if match else ""


@dataclass
class _Piece:
    """The statements of one cell, what they define and what they need."""

    body: list[ast.stmt]
    defined: set[str]
    needed: set[str]
    first: bool  # setup and functions, which run before all cells


def in_order(app: str, statements: list[Statement]) -> tuple[list[Statement], list[Complaint]]:
    """The statements of all cells in the order in which marimo runs them.

    Args:
        app: the name of the variable that holds the app.
    """
    pieces: list[_Piece] = []
    complaints: list[Complaint] = []
    cell = statements[0].cell if statements else Cell("", 0)
    for number, statement in enumerate(statements):
        if text := _unparsable(app, statement.node):
            found, left_out = _salvaged(text, statement.node.lineno)
            pieces.append(_piece([s.node for s in found], False, number))
            complaints += left_out
        else:
            pieces.append(_piece(*_body(app, statement.node), number))
    ordered: list[ast.stmt] = []
    names: set[str] = set()
    for early in (True, False):
        these = [piece for piece in pieces if piece.first is early]
        ordered += [node for piece in _sorted(these) for node in piece.body]
        names |= {name for piece in these for name in piece.defined}
        ordered += _last_ones(names, statements)
    return [Statement(node, cell) for node in ordered], complaints


def _body(app: str, node: ast.stmt) -> tuple[list[ast.stmt], bool]:
    """The statements that a statement of the file stands for, and whether they run first."""
    match node:
        case ast.With(items=[ast.withitem(context_expr=context)], body=body):
            if _method(app, context) == "setup":
                return body, True
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            methods = [_method(app, decorator) for decorator in node.decorator_list]
            if "cell" in methods and not isinstance(node, ast.ClassDef):
                ends = bool(node.body) and isinstance(node.body[-1], ast.Return)
                return node.body[:-1] if ends else node.body, False
            node.decorator_list = [
                d
                for d, method in zip(node.decorator_list, methods, strict=True)
                if method not in _FUNCTIONS
            ]
            return [node], True
    return [node], True  # outside of all cells, which marimo itself would not write


def _method(app: str, node: ast.expr) -> str:
    """`cell` of `@app.cell` or `@app.cell(hide_code=True)`."""
    node = node.func if isinstance(node, ast.Call) else node
    match node:
        case ast.Attribute(value=ast.Name(id=name), attr=method) if name == app:
            return method
    return ""


def _unparsable(app: str, node: ast.stmt) -> str:
    match node:
        case ast.Expr(
            ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr="_unparsable_cell"),
                args=[ast.Constant(str(text)), *_],
            )
        ) if name == app:
            return text
    return ""


def _salvaged(text: str, line: int) -> tuple[list[Statement], list[Complaint]]:
    # Marimo indents the text by one step, below the line of the call.
    cell = without_cell_magic(Cell(text.lstrip("\n"), 0, line + 2))
    return parse_cells([cell]) if cell else ([], [])


def _piece(body: list[ast.stmt], first: bool, number: int) -> _Piece:
    try:
        table = symtable.symtable(ast.unparse(ast.Module(body, [])), "<cell>", "exec")
    except (SyntaxError, RecursionError, ValueError, MemoryError):
        return _Piece(body, set(), set(), first)
    bound = {s.get_name() for s in table.get_symbols() if s.is_assigned() or s.is_imported()}
    own = {name for name in bound if name.startswith("_") and not name.startswith("__")}
    if own and not first:
        rename = _OwnNames(own, f"_cell_{number}")
        for node in body:
            rename.visit(node)  # changes names in place
    return _Piece(body, bound - own, _globals(table) - bound, first)


def _globals(table: symtable.SymbolTable) -> set[str]:
    """Names that a cell or a function in it looks up outside of functions."""
    top = table.get_type() == "module"
    found = {s.get_name() for s in table.get_symbols() if s.is_global() or top}
    for child in table.get_children():
        found |= _globals(child)
    return found


class _OwnNames(ast.NodeTransformer):
    """Gives the names that are a cell's own a prefix, so that no other cell sees them."""

    def __init__(self, names: set[str], prefix: str) -> None:
        self.names = names
        self.prefix = prefix

    def visit(self, node: ast.AST) -> ast.AST:
        for field in ("id", "name", "asname"):
            if getattr(node, field, None) in self.names:
                if isinstance(node, ast.alias) and field == "name":
                    node.asname = node.asname or self.prefix + node.name
                else:
                    setattr(node, field, self.prefix + getattr(node, field))
        if isinstance(node, ast.Global):
            node.names = [self.prefix + n if n in self.names else n for n in node.names]
        return self.generic_visit(node)


def _sorted(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Each cell as soon as what it needs is there, of several the first; setup as it stands."""
    definer = {name: n for n, p in enumerate(pieces) if not p.first for name in p.defined}
    missing = [
        {definer[name] for name in p.needed if name in definer} - {n} for n, p in enumerate(pieces)
    ]
    waiting_for: dict[int, list[int]] = {}
    for number, needs in enumerate(missing):
        for other in needs:
            waiting_for.setdefault(other, []).append(number)
    ready = [number for number, needs in enumerate(missing) if not needs]  # a heap
    done: set[int] = set()
    following = 0
    while len(done) < len(pieces):
        if not ready:  # in a circle, which marimo refuses to run, the file's order is good enough
            ready.append(following)
            following += 1
        number = heappop(ready)
        if number in done:
            continue
        done.add(number)
        yield pieces[number]
        for other in waiting_for.get(number, ()):
            missing[other].discard(number)
            if not missing[other]:
                heappush(ready, other)


def renamed(text: str, statements: list[Statement]) -> list[Statement]:
    """What stands below a file that marimo exported, so that the last definition counts; nothing
    if it is none.
    """
    # Looking for a word first takes a twentieth of the time of an expression that begins a line.
    if not any(word in text for word in _SIGNS) or not statements or not _EXPORTED.search(text):
        return []
    names = {name for s in statements for name in _piece([s.node], True, 0).defined}
    return [Statement(node, statements[-1].cell) for node in _last_ones(names, statements)]


def _last_ones(names: set[str], statements: list[Statement]) -> list[ast.stmt]:
    """`init = init_2` for each name that stands there with every number up to its last."""
    last: dict[str, int] = {}
    for name in names:
        match = _RENAMED.fullmatch(name)
        if match and match[1] in names:
            last[match[1]] = max(last.get(match[1], 0), int(match[2]))
    line = statements[-1].node.lineno if statements else 1
    found: list[ast.stmt] = []
    for name, number in sorted(last.items()):
        if all(f"{name}_{earlier}" in names for earlier in range(1, number + 1)):
            (node,) = ast.parse(f"{name} = {name}_{number}").body
            found.append(ast.increment_lineno(node, line - 1))
    return found

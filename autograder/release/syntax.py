"""Normal forms of syntax: the same for two programs that differ in their names only.

Names are numbered in the order in which they appear, numbers are floats, docstrings and
annotations are dropped. Attributes, keywords, constants and the names of built-ins stay.
"""

import ast
import builtins
from collections.abc import Iterable, Iterator, Sequence

_BUILT_IN = frozenset(dir(builtins))
_LARGE = 1e300  # whole numbers beyond do not fit into a float


def candidates(tree: ast.AST, largest: int, known: dict[int, int]) -> Iterator[Sequence[ast.AST]]:
    """Every expression, and every run of statements of at most this size."""
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            yield [node]
    yield from runs(tree, largest, known)


def runs(
    tree: ast.AST, largest: float = float("inf"), known: dict[int, int] | None = None
) -> Iterator[list[ast.stmt]]:
    """Every run of neighbouring statements in every block, docstrings left out."""
    for kept in _blocks(tree):
        for first in range(len(kept)):
            size = 0
            for last in range(first, len(kept)):
                size += size_of(kept[last], known)
                if size > largest:
                    break
                yield kept[first : last + 1]


def _blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        for block in ("body", "orelse", "finalbody"):
            statements = getattr(node, block, None)
            if isinstance(statements, list):
                yield [s for s in statements if isinstance(s, ast.stmt) and not _is_text(s)]


def _is_text(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that count: no contexts, docstrings or annotations."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "ctx", "type_comment"}:
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, ast.AST) and not _is_text(item):
                yield item


def size_of(node: ast.AST, known: dict[int, int] | None = None) -> int:
    """How many nodes there are, operators not counted."""
    if known is not None and id(node) in known:
        return known[id(node)]
    operator = isinstance(node, ast.operator | ast.unaryop | ast.cmpop | ast.boolop)
    size = (not operator) + sum(size_of(child, known) for child in _children(node))
    if known is not None:
        known[id(node)] = size
    return size


def form_of(nodes: Iterable[ast.AST]) -> str:
    """The normalised syntax of some nodes."""
    names: dict[str, int] = {}
    return ";".join(_written(node, names) for node in nodes)


def _written(node: ast.AST, names: dict[str, int]) -> str:
    if isinstance(node, ast.Name | ast.arg):
        name = node.id if isinstance(node, ast.Name) else node.arg
        if name in _BUILT_IN:
            return name
        return f"v{names.setdefault(name, len(names))}"
    if isinstance(node, ast.AnnAssign) and node.value is not None:
        return f"Assign({_written(node.target, names)},{_written(node.value, names)})"
    words = [type(node).__name__]
    if isinstance(node, ast.Constant):
        words.append(_constant(node.value))
    elif isinstance(node, ast.Attribute):
        words.append(node.attr)
    elif isinstance(node, ast.keyword):
        words.append(str(node.arg))
    return f"{'.'.join(words)}({','.join(_written(child, names) for child in _children(node))})"


def _constant(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGE:
        return repr(float(value))
    return repr(value)


def pairs_of(node: ast.AST) -> Iterator[tuple[object, object]]:
    """(key, truth) where constants are written as a dict's item, a keyword or a pair."""
    written: list[tuple[object, ast.AST | None]] = []
    if isinstance(node, ast.Dict):
        keys = [key.value if isinstance(key, ast.Constant) else None for key in node.keys]
        written = list(zip(keys, node.values, strict=True))
    elif isinstance(node, ast.Call):
        written = [(keyword.arg, keyword.value) for keyword in node.keywords]
    elif isinstance(node, ast.Tuple | ast.List) and len(node.elts) == 2:
        key = node.elts[0]
        written = [(key.value if isinstance(key, ast.Constant) else None, node.elts[1])]
    for name, value in written:
        if isinstance(name, str) and isinstance(value, ast.Constant):
            yield name, value.value

"""What public docstrings must hold: shapes of arrays, and the errors that are raised."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.core.trees import MODULES, PACKAGE, text_of, tree_of

ARRAY = re.compile(r"\b(Array|ndarray|NDArray)\b")
# (m, n), (3,), (…, k), "shape", "of any shape", or that it is one number.
SHAPE = re.compile(r"\([^()\n]*,[^()\n]*\)|\bshape[sd]?\b|\bscalars?\b")
RAISES = re.compile(r"\braises?\b|\bends\b|\bfails?\b|\brefuse", re.IGNORECASE)
# Arrays of whatever dtype, of which the words must say it; `Array` is of float64.
ANY_DTYPE = re.compile(r"ndarray\[Any, Any\]|NDArray\[Any\]|\bndarray\b(?!\[)|generic\]")
DTYPE = re.compile(r"\bdtypes?\b|\b(float|int|complex|bool)\d*\b|whole number|truth value")
# Hooks and methods that others document: pytest's, click's, `io`'s, the import system's.
HOOKS = {
    "list_commands", "get_command", "format_commands", "convert", "render", "collect", "runtest",
    "repr_failure", "reportinfo", "write", "writable", "find_spec", "create_module", "exec_module",
}  # fmt: skip


def public(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """Name and definition of every public function and method."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public(node, f"{prefix}{node.name}.")
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith(("_", "pytest_")):
            yield f"{prefix}{node.name}", node


@cache
def documented_by_protocols() -> set[str]:
    """Methods that a Protocol of ours documents, for all classes that keep to it."""
    names = set()
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef) and "Protocol" in map(ast.unparse, node.bases):
                names |= {name for name, f in public(node) if ast.get_docstring(f)}
    return names


def lacking(name: str, function: ast.FunctionDef) -> str:
    """What a docstring lacks, in a word, or nothing."""
    text = ast.get_docstring(function)
    last = name.rpartition(".")[2]
    if text is None:
        return "" if last in documented_by_protocols() | HOOKS else "a docstring"
    arguments = [*function.args.args, *function.args.kwonlyargs]
    hints = [ast.unparse(a.annotation) for a in arguments if a.annotation]
    hints += [ast.unparse(function.returns)] if function.returns else []
    if any(ARRAY.search(hint) for hint in hints) and not SHAPE.search(text):
        return "the shapes of arrays"
    if any(ANY_DTYPE.search(hint) for hint in hints) and not DTYPE.search(text):
        return "the dtypes of arrays"
    # A command says its errors in sentences; a check is there to fail.
    decorators = " ".join(map(ast.unparse, function.decorator_list))
    exempt = re.search(r"click\.|\.command\(|\bcheck\(", decorators)
    raised = [n for n in ast.walk(function) if isinstance(n, ast.Raise) and n.exc is not None]
    return "" if exempt or not raised or RAISES.search(text) else "the errors that it raises"


def test_names_for_kinds_of_arrays_say_their_shapes() -> None:
    """In a comment behind or above them; functions that take them need not repeat it."""
    silent = []
    for path in MODULES:
        lines = text_of(path).splitlines()
        for node in tree_of(path).body:
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Subscript):
                continue
            name, at = ast.unparse(node.targets[0]), node.lineno - 1
            above = next(i for i in range(at - 1, -1, -1) if not lines[i].startswith("#"))
            said = "\n".join([*lines[above + 1 : at], lines[at].partition("#")[2]])
            if ARRAY.search(ast.unparse(node.value)) and name != "Array" and not SHAPE.search(said):
                silent.append(f"{path.name}: {name}")
    assert silent == []


def test_docstrings_are_whole() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{function.lineno}, {name}": lacking(name, function)
        for path in MODULES
        for name, function in public(tree_of(path))
    }
    assert {name: what for name, what in found.items() if what} == {}

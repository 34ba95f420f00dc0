"""Wrong variants of a right solution, made by the operators of mutation analysis.

A mutant is the solution with one small change, of the kind that slips into numerical code: a term
dropped, an axis or an index off by one, a stale value, a comparison turned round (DeMillo, Lipton
and Sayward, "Hints on test data selection", Computer 11(4), 1978). Checks that let one pass are
asked too little, unless the change makes no difference at all.

Nothing here knows an assignment; the text of the solution is enough. What students *add* to right
code, special cases, caches, rounding, is made by `deviations`.

    >>> solution = "def share(hits, all):\\n    return hits / all"
    >>> for mutant in list(edits(solution, ["share"]))[:3]:
    ...     print(mutant.operator, "|", mutant.change)
    operator | hits / all → hits * all
    operator | hits / all → hits // all
    dropped term | hits / all → hits
"""

import ast
import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from autograder.authoring.variants import variants


@dataclass(frozen=True, slots=True)
class Mutant:
    """One wrong variant of one definition.

    Attributes:
        function: the name that is defined wrongly.
        operator: the kind of change.
        change: the change, in the words of the code.
        text: Python text to put behind the solution's; its bindings win.
    """

    function: str
    operator: str
    change: str
    text: str


def edits(solution: str, names: Iterable[str]) -> Iterator[Mutant]:
    """Every mutant that one edit of a definition makes.

    Args:
        names: functions, or names that are assigned at the top level.

    Yields:
        Mutants of different texts, in the order of the names and of the text.

    Raises:
        ValueError: a name is not defined at the top level.
    """
    for name in names:
        definition = definition_of(solution, name)
        made = {ast.unparse(definition)}
        for number, node in enumerate(_edited(definition)):
            for operator, new in variants(node, definition):
                changed = _replaced(definition, number, new)
                text = ast.unparse(ast.fix_missing_locations(changed))
                if text not in made:
                    made.add(text)
                    change = f"{_shown(node)} → {_shown(new)}"
                    yield Mutant(name, operator, change, f"{text}\n")


def definition_of(solution: str, name: str) -> ast.stmt:
    """The last top-level definition of a name, without docstring.

    Raises:
        ValueError: there is none.
    """
    for statement in reversed(ast.parse(solution).body):
        if isinstance(statement, ast.FunctionDef) and statement.name == name:
            if ast.get_docstring(statement) is not None and len(statement.body) > 1:
                del statement.body[0]
            return statement
        if isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in statement.targets
        ):
            return statement
    raise ValueError(f"the solution does not define {name} at its top level")


def _edited(definition: ast.stmt) -> Iterator[ast.AST]:
    """The nodes that can be edited, always in the same order."""
    parts = definition.body if isinstance(definition, ast.FunctionDef) else [definition]
    for part in parts:
        yield from ast.walk(part)


def _replaced(definition: ast.stmt, number: int, new: ast.AST) -> ast.stmt:
    """A copy of a definition with another node in one place."""
    changed = copy.deepcopy(definition)
    for at, node in enumerate(_edited(changed)):
        if at == number:
            return cast(ast.stmt, _Exchange(node, new).visit(changed))
    raise AssertionError("the copy has the nodes of the original")


class _Exchange(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return copy.deepcopy(self.new) if node is self.old else self.generic_visit(node)


def _shown(node: ast.AST) -> str:
    line = " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())
    return line if len(line) <= 60 else f"{line[:57]}…"

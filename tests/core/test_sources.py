"""Numbers that decide something say where they come from, and formulas whose they are."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.core.trees import MODULES, PACKAGE, text_of, tree_of

FILES = [path for path in MODULES if "template" not in path.parts]


def is_number(node: ast.expr | None) -> bool:
    """Whether an expression is made of numbers alone, as `64 * 1024` and `(3, 4)` are."""
    if isinstance(node, ast.UnaryOp):
        return is_number(node.operand)
    if isinstance(node, ast.BinOp):
        return is_number(node.left) and is_number(node.right)
    if isinstance(node, ast.Tuple):
        return bool(node.elts) and all(map(is_number, node.elts))
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def unexplained(text: str) -> Iterator[str]:
    """Lines of a module that name a number and have no comment beside them, or above the lines
    without a gap to which they belong."""
    lines = text.split("\n")
    for node in ast.parse(text).body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and is_number(node.value):
            first = node.lineno - 1
            while first and lines[first - 1] and not lines[first].startswith("#"):
                first -= 1
            if not any("#" in line for line in (lines[first], lines[node.end_lineno - 1])):
                yield lines[node.lineno - 1]


def test_what_counts_as_explained() -> None:
    text = "# of the kernel\nA = 1\nB = 2\n\nC = 3  # measured\n\nD = 4\n\nE: int = -5 * 2\n"
    assert list(unexplained(text)) == ["D = 4", "E: int = -5 * 2"]


def test_every_number_with_a_name_says_why_it_is_that() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in FILES
        if (lines := list(unexplained(text_of(path))))
    }
    assert found == {}


SMALL = 1e-2  # literals below it that something is held against are tolerances


def tolerances(node: ast.AST) -> Iterator[int]:
    """The lines of literals in a comparison, of `rtol` and `atol`, and of arguments as they are."""
    held: list[ast.AST] = [node] if isinstance(node, ast.Compare) else []
    if isinstance(node, ast.Call):
        held += [word.value for word in node.keywords if word.arg in ("rtol", "atol")]
        held += [argument for argument in node.args if isinstance(argument, ast.Constant)]
    for part in (part for one in held for part in ast.walk(one)):
        if isinstance(part, ast.Constant) and type(part.value) is float and 0 < part.value < SMALL:
            yield part.lineno


def unexplained_tolerances(text: str) -> set[str]:
    """Lines in functions with a tolerance that has no name, and no comment beside or above it."""
    lines = text.split("\n")
    found = set()

    def look(node: ast.AST, statement: int) -> None:
        for number in tolerances(node) if statement else ():
            above = lines[statement - 2].lstrip().startswith("#")
            if not above and "#" not in lines[number - 1]:
                found.add(lines[number - 1].strip())
        for child in ast.iter_child_nodes(node):
            own = child.lineno if isinstance(child, ast.stmt) else statement
            look(child, own if statement or isinstance(node, ast.FunctionDef) else 0)

    look(ast.parse(text), 0)
    return found


def test_what_counts_as_an_explained_tolerance() -> None:
    text = "TOL = 1e-9\ndef f(x):\n    if x < 1e-9:  # measured\n        return g(x, rtol=1e-9)\n"
    text += "    # by calculation\n    return x < 1e-12 and h(1e-7, 5.0, a[1e-7])\n"
    text += "    y = 1e-3 * x\n    return x < TOL or x > 1e-3\n"
    assert unexplained_tolerances(text) == {"return g(x, rtol=1e-9)", "return x < TOL or x > 1e-3"}


def test_every_tolerance_says_why_it_is_that() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in FILES
        if path.relative_to(PACKAGE).parts[0] in ("checking", "assignments")
        if (lines := unexplained_tolerances(text_of(path)))
    }
    assert found == {}


# A year of publication, the inequality itself, or its name.
SOURCE = re.compile(r"\b(18|19|20)\d\d\b|P\(|Chernoff|union bound|exp\(−")


def bounds_of_chance() -> Iterator[tuple[str, str]]:
    """Every public function that takes a chance to be wrong, with what it says of itself."""
    for path in FILES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                names = {a.arg for a in (*node.args.args, *node.args.kwonlyargs)}
                if names & {"error", "alpha"} and "float" in ast.unparse(node.args):
                    yield f"{path.name}: {node.name}", ast.get_docstring(node) or ""


def test_every_bound_with_a_chance_says_by_which_inequality() -> None:
    found = dict(bounds_of_chance())
    assert len(found) > 5
    assert {name: text for name, text in found.items() if not SOURCE.search(text)} == {}


# Module -> the method of others that it is an implementation of.
METHODS = {
    "checking/domain.py": "Cohen, Dalal, Fredman and Patton",
    "authoring/mutants.py": "Sayward",
    "checking/laws.py": "Wichura",
    "handins/winnowing.py": "Schleimer, Wilkerson and Aiken",
    "numerics.py": "Massart",
    "assignments/weight_init/domains/cost.py": "Griewank",
    "assignments/scaled_init/domains/initializers.py": "LeCun, Bottou, Orr and Müller",
    "assignments/scaled_init/domains/orthogonal.py": "Saxe, McClelland",
    "pictures/svg.py": "Okabe and Ito",
}


@pytest.mark.parametrize(("module", "name"), METHODS.items())
def test_methods_of_others_are_theirs(module: str, name: str) -> None:
    assert name in (PACKAGE / module).read_text(encoding="utf-8")

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

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

Variant = tuple[str, ast.AST]  # operator, what stands in the node's place


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
        solution: the text of a module.
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
            for operator, new in _variants(node, definition):
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


def _variants(node: ast.AST, definition: ast.stmt) -> Iterator[Variant]:
    if isinstance(getattr(node, "ctx", None), ast.Store):
        return
    for kind, makers in _MAKERS.items():
        if isinstance(node, kind):
            for make in makers:
                yield from make(node)
    if isinstance(node, ast.Name):
        yield from _another_name(node, definition)


def _expression(text: str, **parts: ast.AST) -> ast.expr:
    """An expression from a template; names in it stand for nodes."""
    tree = ast.parse(text, mode="eval").body

    class Fill(ast.NodeTransformer):
        def visit_Name(self, name: ast.Name) -> ast.AST:
            return copy.deepcopy(parts[name.id]) if name.id in parts else name

    filled: ast.expr = Fill().visit(tree)
    return filled


def _constants(node: ast.Constant) -> Iterator[Variant]:
    value = node.value
    if value is None or isinstance(value, bool):
        yield from (("truth", ast.Constant(v)) for v in (True, False, None) if v is not value)
    elif isinstance(value, int | float):
        for other in (value + 1, value - 1, 0 * value, 2 * value, -value, value / 2, None):
            yield "constant", _expression(repr(other))
        yield "constant a little off", _expression(repr(value * 1.0001 + 1e-9))


_OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add, ast.MatMult),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.MatMult: (ast.Mult, ast.Add),
    ast.Pow: (ast.Mult, ast.Add),
}


def _arithmetic(node: ast.BinOp) -> Iterator[Variant]:
    for other in _OPERATORS.get(type(node.op), ()):
        yield "operator", ast.BinOp(node.left, other(), node.right)
    yield "dropped term", node.left
    yield "dropped term", node.right
    yield "swapped operands", ast.BinOp(node.right, node.op, node.left)
    if isinstance(node.op, ast.MatMult):
        for turned in ("l.T @ r", "l @ r.T", "(l @ r).T"):
            yield "transpose", _expression(turned, l=node.left, r=node.right)


_COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)


def _comparisons(node: ast.Compare) -> Iterator[Variant]:
    for other in _COMPARISONS:
        if len(node.ops) == 1 and not isinstance(node.ops[0], other):
            yield "comparison", ast.Compare(node.left, [other()], node.comparators)


_FUNCTIONS = {
    "abs": ("negative", "square", "ceil"),
    "exp": ("exp2", "expm1", "sinh"),
    "float64": ("float32", "int64", "longdouble"),
    "full": ("empty",),
    "max": ("min", "mean", "sum"),
    "mean": ("sum", "median", "max", "min"),
    "minimum": ("maximum", "add"),
    "normal": ("uniform", "laplace", "logistic"),
    "sum": ("mean", "max", "prod"),
    "tanh": ("sin", "arctan", "tan", "sinh"),
    "zeros": ("ones", "identity"),
}


def _attributes(node: ast.Attribute) -> Iterator[Variant]:
    if node.attr == "T":
        yield "transpose", node.value
    for name in _FUNCTIONS.get(node.attr, ()):
        yield "function", ast.Attribute(node.value, name, node.ctx)


def _calls(node: ast.Call) -> Iterator[Variant]:
    for at in range(len(node.keywords)):
        kept = [*node.keywords[:at], *node.keywords[at + 1 :]]
        yield "dropped keyword", ast.Call(node.func, node.args, kept)
    for at in range(len(node.args) - 1):
        args = list(node.args)
        args[at], args[at + 1] = args[at + 1], args[at]
        yield "swapped arguments", ast.Call(node.func, args, node.keywords)
    if node.args:
        yield "dropped call", node.args[0]
    if isinstance(node.func, ast.Attribute):
        yield "dropped call", node.func.value
    if isinstance(node.func, ast.Name) and node.func.id in ("max", "min"):
        other = ast.Name("min" if node.func.id == "max" else "max", ast.Load())
        yield "function", ast.Call(other, node.args, node.keywords)


# What is done to a value on the way, by people who mean well.
_ON_THE_WAY = {
    "lower precision": ("np.float32(x)", "np.float64(np.float32(x))", "np.float64(np.float16(x))"),
    "rounding": ("np.round(x, 3)", "np.round(x, 7)", "np.floor(x)"),
    "clipping": ("np.clip(x, -1, 1)", "np.clip(x, -20, 20)", "np.maximum(x, 1e-6)"),
    "sign": ("-x", "np.abs(x)"),
    "off by a little": ("x + 1e-6", "x * 1.000001"),
    "dtype": ("np.asarray(x, dtype=int)", "np.asarray(x, dtype=object)"),
}


def _values(node: ast.expr) -> Iterator[Variant]:
    for operator, templates in _ON_THE_WAY.items():
        for template in templates:
            yield operator, _expression(template, x=node)


def _indices(node: ast.Subscript) -> Iterator[Variant]:
    if isinstance(node.slice, ast.Slice):
        yield "index", node.value
        yield "index", _expression("x[1:]", x=node.value)
    elif not isinstance(node.slice, ast.JoinedStr):
        for template in ("x[i - 1]", "x[i + 1]", "x[0]", "x[-1]"):
            yield "index", _expression(template, x=node.value, i=node.slice)


def _keys(node: ast.FormattedValue) -> Iterator[Variant]:
    for template in ("v + 1", "v - 1", "str(v)[-1]", "str(v)[0]"):
        value = _expression(template, v=node.value)
        yield "wrong layer", ast.FormattedValue(value, node.conversion, node.format_spec)


def _conditions(node: ast.If | ast.IfExp) -> Iterator[Variant]:
    for template in ("True", "False", "not t"):
        changed = copy.deepcopy(node)
        changed.test = _expression(template, t=node.test)
        yield "condition", changed


def _loops(node: ast.For) -> Iterator[Variant]:
    for template in ("list(x)[1:]", "list(x)[:-1]", "list(x)[::-1]", "list(x)[:5]", "list(x)[:9]"):
        changed = copy.deepcopy(node)
        changed.iter = _expression(template, x=node.iter)
        yield "loop", changed
    ended = copy.deepcopy(node)
    ended.body.append(ast.Break())
    yield "early exit", ended


def _tuples(node: ast.Tuple) -> Iterator[Variant]:
    for at in range(len(node.elts) - 1):
        elts = list(node.elts)
        elts[at], elts[at + 1] = elts[at + 1], elts[at]
        yield "swapped results", ast.Tuple(elts, node.ctx)


def _another_name(node: ast.Name, definition: ast.stmt) -> Iterator[Variant]:
    """Other variables of the function in place of one: stale and mixed-up values."""
    if not isinstance(definition, ast.FunctionDef):
        return
    known = [argument.arg for argument in definition.args.args]
    for part in ast.walk(definition):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) and part.id not in known:
            known.append(part.id)
    if node.id in known:
        at = known.index(node.id)  # its neighbours stand for all: there are too many pairs
        for other in {known[at - 1]: None, known[(at + 1) % len(known)]: None}:
            if other != node.id:
                yield "another variable", ast.Name(other, ast.Load())


_MAKERS: dict[type | tuple[type, ...], tuple[Callable[..., Iterator[Variant]], ...]] = {
    ast.Constant: (_constants,),
    ast.BinOp: (_arithmetic, _values),
    ast.Call: (_calls, _values),
    ast.Compare: (_comparisons,),
    ast.Attribute: (_attributes,),
    ast.UnaryOp: (lambda node: iter([("sign", node.operand)]),),
    ast.Subscript: (_indices, _values),
    ast.FormattedValue: (_keys,),
    (ast.If, ast.IfExp): (_conditions,),
    ast.For: (_loops,),
    ast.Tuple: (_tuples,),
    (ast.Assign, ast.Expr, ast.AugAssign): (
        lambda node: iter([("deleted statement", ast.Pass())]),
    ),
}

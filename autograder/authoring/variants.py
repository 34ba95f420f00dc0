"""The operators of mutation analysis: for each kind of node, what a slip would write instead."""

import ast
import copy
from collections.abc import Callable, Iterator

Variant = tuple[str, ast.AST]  # operator, what stands in the node's place


def variants(node: ast.AST, definition: ast.stmt) -> Iterator[Variant]:
    """What may stand in the place of a node of a definition, one change at a time."""
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

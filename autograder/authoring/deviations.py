"""Right functions with something added: special cases, caches, rounding, reused memory.

Edits of a solution (`mutants`) cannot make what careful people *add* to right code: a guard for
one entry, a buffer that saves an allocation, a cache under too small a key. Each of these wraps
the right function; the guards decide where in the domain it goes wrong. NumPy is assumed to be
there as `np`, and nothing else about the assignment.

    >>> solution = "def share(hits, all):\\n    return hits / all"
    >>> changes = {mutant.change for mutant in deviations(solution, ["share"])}
    >>> changes >= {"square", "the second call", "kept by shapes"}
    True
"""

import ast
import copy
from collections.abc import Iterable, Iterator

from autograder.authoring.mutants import Mutant, definition_of

# Goes before every wrapped function: what is in arguments and results, and how to change it.
PRELUDE = """
def _arrays(value):
    if isinstance(value, np.ndarray):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return [a for p in parts for a in _arrays(p)] if isinstance(value, (dict, list, tuple)) else []

def _every(value, change):
    if isinstance(value, dict):
        return {k: _every(v, change) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_every(v, change) for v in value)
    return change(value)

def _turned(x):
    return np.transpose(x) if np.ndim(x) == 2 and x.shape[0] == x.shape[1] else x

def _shapes(value):
    if isinstance(value, (dict, list, tuple)):
        parts = value.values() if isinstance(value, dict) else value
        return tuple(_shapes(p) for p in parts)
    return np.shape(value) if isinstance(value, np.ndarray) else repr(value)

def _words(args):
    return repr([a for a in args if isinstance(a, (str, int, float))])
"""

# What is done to every array or number of the result: operator -> expressions of x.
RESULTS = {
    "rounding": ("np.round(x, 4)", "np.round(x, 8)", "np.round(x, 10)"),
    "clipping": (
        "np.clip(x, -0.9, 0.9)",
        "np.clip(x, -5.0, 5.0)",
        "np.clip(x, -50.0, 50.0)",
        "np.maximum(x, 1e-8)",
        "np.where(np.abs(x) < 1e-7, 0.0, x)",
    ),
    "lower precision": ("np.float64(np.float32(x))", "np.float32(x)", "np.float64(np.float16(x))"),
    "dtype": ("np.asarray(x).astype(int)", "np.asarray(x, dtype=object)", "np.longdouble(x)"),
    "sign": ("-x", "np.abs(x)"),
    "off by a little": ("x + 1e-6", "x * 1.00001", "x + 1e-6 * (x == 0)"),
    "scale": ("2 * x", "0.5 * x", "x / max(1.0, np.max(np.abs(x)))"),
    "shape": ("np.squeeze(x)", "np.ravel(x)", "np.atleast_2d(x)", "_turned(x)", "x[None]"),
    "entries": ("x[:-1]", "np.sort(x)", "x[::-1]", "np.full(np.shape(x), np.mean(x))"),
    "type": ("np.asmatrix(x)", "np.asarray(x).tolist()", "np.ma.asarray(x)", "None"),
}

# What is done to the arguments before the function sees them.
ARGUMENTS = {
    "clipping": ("np.clip(x, -10.0, 10.0)", "np.clip(x, -100.0, 100.0)"),
    "rounding": ("np.round(x, 5)",),
    "lower precision": ("np.float64(np.float32(x))",),
    "memory order": ("np.ravel(x, order='K').reshape(np.shape(x))",),
    "standardised": ("x - np.mean(x)", "x / (np.max(np.abs(x)) + 1e-12)"),
    "sign": ("np.abs(x)",),
    "transpose": ("_turned(x)",),
    "entries": ("x[:1]", "x[:-1]", "x[:8]"),
    "tiny lost": ("np.where(np.abs(x) < 1e-8, 0.0, x)",),
}

# Where a special case begins: words -> condition on the arguments' arrays A and numbers N.
GUARDS = {
    "always": "True",
    "square": (
        "any(a.ndim == 2 and a.shape[0] == a.shape[1] > 1 for a in A) "
        "or len(set(N[:2])) < len(N[:2])"
    ),
    "tall": "any(a.ndim == 2 and a.shape[0] > a.shape[1] for a in A) or N[:2] != sorted(N[:2])",
    "one entry": "any(a.size == 1 for a in A) or 1 in N",
    "one row": "any(a.ndim == 2 and len(a) == 1 for a in A) or N[:1] == [1]",
    "one column": "any(a.ndim == 2 and a.shape[1] == 1 for a in A) or N[1:2] == [1]",
    "more than 30 entries": "any(a.size > 30 for a in A) or any(n > 30 for n in N)",
    "more than 4000 entries": "any(a.size > 4000 for a in A) or any(n > 200 for n in N)",
    "all zero": "any(not a.any() for a in A) or 0 in N",
    "a zero entry": "any((a == 0).any() for a in A) or 0 in N",
    "a large value": "any((np.abs(a) > 100).any() for a in A) or any(n > 100 for n in N)",
    "only small values": (
        "any(a.any() and (np.abs(a) < 1e-4).all() for a in A) or any(0 < n < 1e-3 for n in N)"
    ),
    "no negative value": "bool(A) and all((a >= 0).all() for a in A) or any(n < 0 for n in N)",
    "not in C order": "any(not a.flags.c_contiguous for a in A)",
    "read-only": "any(not a.flags.writeable for a in A)",
    "a number above 1": "any(n > 1 for n in N[-2:])",
    "many arrays": "len(A) > 16",
    "few arrays": "len(A) < 4",
    "the second call": "len(_CALLS) == 2",
    "after ten calls": "len(_CALLS) > 10",
}

# What happens there, to the result R or the arguments ARGS.
EFFECTS = {
    "other values": "R = _every(R, lambda x: x + 1e-3 * (1 + np.abs(x)))",
    "lower precision": "R = _every(R, lambda x: np.float64(np.float32(x)))",
    "changes an argument": "[np.add(a, 1.0, out=a) for a in A[:1] if a.flags.writeable]",
    "shares memory": (
        "R = _every(R, lambda x: next((a for a in A if a.shape == np.shape(x) "
        "and np.allclose(a, x)), x))"
    ),
    "raises": "raise ValueError('unforeseen')",
    "returns zeros": "R = _every(R, lambda x: 0.0 * x)",
}

# The only places where somebody would hand back what was given: nothing to do, nothing to add up.
SHARING = ("always", "one row", "all zero")

# State between calls: words -> (key, what is kept, what is given back).
CACHES = {
    "kept by shapes": ("_shapes(A) + (_words(ARGS),)", "R", "_every(K, np.copy)"),
    "kept by shapes, shared": ("_shapes(A) + (_words(ARGS),)", "R", "K"),
    "kept by shapes and sums": (
        "_shapes(A) + (_words(ARGS),) + tuple(float(a.sum()) for a in A)",
        "R",
        "_every(K, np.copy)",
    ),
    "kept by values, shared": (
        "_shapes(A) + tuple(a.tobytes() for a in A) + (_words(ARGS),)",
        "R",
        "K",
    ),
    "kept by number of arrays": ("len(A)", "R", "_every(K, np.copy)"),
}


CALL = "R = _right(*ARGS)"


def deviations(solution: str, functions: Iterable[str]) -> Iterator[Mutant]:
    """Every mutant that wraps a right function.

    Args:
        functions: names of functions that it defines at the top level; other names are passed over.

    Yields:
        Mutants of different texts.
    """
    for name in functions:
        definition = definition_of(solution, name)
        if isinstance(definition, ast.FunctionDef):
            for operator, change, lines in _bodies():
                yield Mutant(name, operator, change, _wrapped(definition, lines))


def _bodies() -> Iterator[tuple[str, str, list[str]]]:
    """(operator, change, lines that make R, the result)."""
    for operator, expressions in RESULTS.items():
        for expression in expressions:
            yield (
                operator,
                f"result: {expression}",
                [CALL, f"R = _every(R, lambda x: {expression})"],
            )
    for operator, expressions in ARGUMENTS.items():
        for expression in expressions:
            change = f"lambda x: {expression} if isinstance(x, np.ndarray) else x"
            lines = [f"R = _right(*_every(ARGS, {change}))"]
            yield f"{operator} of arguments", f"arguments: {expression}", lines
    for where, condition in GUARDS.items():
        for effect, line in EFFECTS.items():
            if effect == "shares memory":
                wanted = where in SHARING
            else:
                wanted = where != "always" or effect == "changes an argument"
            if wanted:
                yield f"special case: {effect}", where, [CALL, f"if {condition}:", f"    {line}"]
    for words, (key, kept, back) in CACHES.items():
        yield "state", words, [CALL, f"K = _KEPT.setdefault({key}, {kept})", f"R = {back}"]


def _wrapped(definition: ast.FunctionDef, lines: list[str]) -> str:
    right = copy.deepcopy(definition)
    right.name = "_right"
    signature = ast.unparse(definition.args)
    names = "".join(f"{argument.arg}, " for argument in definition.args.args)
    body = [
        f"ARGS = ({names})",
        "A = _arrays(ARGS)",
        "N = [n for n in ARGS if isinstance(n, (int, float))]",
        "_CALLS.append(0)",
        *lines,
        "return R",
    ]
    inner = "\n".join(f"    {line}" for line in body)
    return (
        f"{PRELUDE}\n{ast.unparse(right)}\n\n_CALLS, _KEPT = [], {{}}\n\n"
        f"def {definition.name}({signature}):\n{inner}\n"
    )

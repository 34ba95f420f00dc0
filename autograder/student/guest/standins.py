"""Inert modules in place of what a student's file may import but grading does not need.

Plots, widgets and the notebook's own `check` do nothing here: whatever one asks of them is there,
can be called, compared, calculated with, iterated and unpacked, and has no effect. A package that
is not there at all is stood in for while the file is read, so that it costs nothing that does not
use it; a function that uses it when it is called is told that it is absent.
"""

import ast
import dis
import importlib.machinery
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FunctionType, ModuleType
from typing import Any, Self

INERT = frozenset([
    "autograder", "matplotlib", "mpl_toolkits", "pylab", "seaborn", "plotly", "bokeh", "altair",
    "IPython", "ipywidgets", "nbgrader", "otter", "google", "marimo", "tqdm",
])  # fmt: skip
# What shows how far a loop is: `for step in tqdm(range(n_steps))`, `trange(n_steps)`.
_BARS = {"tqdm", "tqdm_notebook", "trange", "tnrange"}
_VERSION = "99.0.0"  # of every stand-in: new enough for whoever asks
_UNPACK, _UNPACK_REST = dis.opmap["UNPACK_SEQUENCE"], dis.opmap["UNPACK_EX"]


class Inert:
    """Answers every question with another one of its kind."""

    def __getattr__(self, name: str) -> Any:
        if name == "__version__":
            return _VERSION
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return self._another()

    def __setattr__(self, name: str, value: Any) -> None:
        return None

    def __delattr__(self, name: str) -> None:
        return None

    def __call__(self, *args: Any, **options: Any) -> Any:
        # Used as a decorator it leaves the student's function or class in place.
        if len(args) == 1 and (
            isinstance(args[0], FunctionType | type) or (callable(args[0]) and not options)
        ):
            return args[0]
        return self._another()

    def __iter__(self) -> Iterator[Any]:
        # `fig, axes = plt.subplots()` says in its bytecode how many values it wants.
        caller = sys._getframe(1)
        code, at = caller.f_code.co_code, caller.f_lasti
        count = 0
        if code[at] == _UNPACK:
            count = code[at + 1]
        elif code[at] == _UNPACK_REST:  # those before the star; those behind need a wider argument
            count = code[at + 1] + (code[at - 1] if at >= 2 and code[at - 2] == _WIDE else 0)
        return iter([self._another() for _ in range(count)])

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        return ()  # as the base of a class

    def __setitem__(self, key: Any, value: Any) -> None:
        return None

    def __delitem__(self, key: Any) -> None:
        return None

    def __contains__(self, key: Any) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return False

    def __int__(self) -> int:
        return 0

    def __index__(self) -> int:
        return 0

    def __float__(self) -> float:
        return 0.0

    def __complex__(self) -> complex:
        return 0j

    def __format__(self, spec: str) -> str:
        return ""

    def __exit__(self, *trouble: object) -> None:
        return None

    def _another(self, *anything: Any) -> Any:
        return Inert()


_WIDE = dis.opmap["EXTENDED_ARG"]
# Operators with their mirror images and in-place forms, comparisons, and the rest of what may be
# done to a value; equality stays identity, as it is for any object.
_TWO_SIDED = [
    "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul",
    "and", "or", "xor", "lshift", "rshift", "divmod",
]  # fmt: skip
_ONE_SIDED = [
    "neg", "pos", "abs", "invert", "round", "lt", "le", "gt", "ge", "getitem", "enter", "next",
]  # fmt: skip
_ANSWERED = [f"__{side}{name}__" for name in _TWO_SIDED for side in ("", "r", "i")]
_ANSWERED += [f"__{name}__" for name in _ONE_SIDED]
for _name in _ANSWERED:
    setattr(Inert, _name, lambda self, *args: self._another(*args))


class Absent(Inert):
    """Stands for something of a package that is not there."""

    at_rest = False  # whether a file is being read, in which case nothing is asked of it

    def __init__(self, package: str) -> None:
        object.__setattr__(self, "_package", package)

    def _another(self, *anything: Any) -> Any:
        package = object.__getattribute__(self, "_package")
        if not Absent.at_rest:
            raise ModuleNotFoundError(
                f"No module named {package!r}: there are only NumPy and the standard library"
            )
        return Absent(package)

    def __call__(self, *args: Any, **options: Any) -> Any:
        return super().__call__(*args, **options) if Absent.at_rest else self._another()


@contextmanager
def at_rest() -> Iterator[None]:
    """While it lasts, stand-ins of absent packages do nothing instead of raising."""
    Absent.at_rest = True
    try:
        yield
    finally:
        Absent.at_rest = False


def import_each(node: ast.stmt, namespace: dict[str, Any]) -> list[ImportError]:
    """Run an import name by name, with stand-ins for those that cannot be had.

    Args:
        namespace: where the names go; one that is there already stays what it is.

    Returns:
        What could not be imported, and why.
    """
    assert isinstance(node, ast.Import | ast.ImportFrom)
    failed = []
    for alias in node.names:
        one: ast.stmt = (
            ast.Import([alias])
            if isinstance(node, ast.Import)
            else ast.ImportFrom(node.module, [alias], node.level)
        )
        module = ast.fix_missing_locations(ast.Module([ast.copy_location(one, node)], []))
        try:
            exec(compile(module, "<import>", "exec", dont_inherit=True), namespace)
        except ImportError as error:
            failed.append(error)
            of = alias.name if isinstance(node, ast.Import) else node.module or "."
            name = alias.asname or alias.name.partition(".")[0]
            if name != "*":
                namespace.setdefault(name, Absent(of.partition(".")[0]))
    return failed


# What students read of one that their function returns.
Inert.__name__ = Absent.__name__ = (
    "stand-in for plots, widgets and the grader, which are not there while code is checked"
)


class ProgressBar(Inert):
    """A progress bar: what it is given comes out of it, one by one."""

    def __init__(self, items: Any = (), *args: Any, **options: Any) -> None:
        object.__setattr__(self, "_items", options.get("iterable", items))

    def __iter__(self) -> Iterator[Any]:
        return iter(object.__getattribute__(self, "_items") or ())

    def __len__(self) -> int:
        return len(object.__getattribute__(self, "_items"))

    def __enter__(self) -> Self:
        return self


class BarMaker(Inert):
    """What makes progress bars: `tqdm(items)`, or `trange(count)` where it is to count."""

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "_counts", "range" in name)

    def __call__(self, *args: Any, **options: Any) -> Any:
        return ProgressBar(range(*args)) if self._counts else ProgressBar(*args, **options)


class InertModule(ModuleType):
    """A module in which every name is inert, but for progress bars."""

    def __getattr__(self, name: str) -> Any:
        if name == "__version__":
            return _VERSION
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if name in _BARS:
            return BarMaker(name)
        return Inert()


class InertFinder:
    """Finds the modules of `INERT` and everything below them."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] not in INERT:
            return None
        loader: Any = InertFinder()
        return importlib.machinery.ModuleSpec(name, loader, is_package=True)

    @staticmethod
    def create_module(spec: importlib.machinery.ModuleSpec) -> ModuleType:
        module = InertModule(spec.name)
        vars(module).update(__path__=[], __all__=[])
        return module

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        return None


def install() -> None:
    """Put the stand-ins in front of everything else that could be imported."""
    sys.meta_path.insert(0, InertFinder)

"""Inert modules in place of what a student's file may import but grading does not need.

Plots, widgets and the notebook's own `check` do nothing here: whatever one asks of them is there,
can be called, iterated and unpacked, and has no effect.
"""

from __future__ import annotations

import dis
import importlib.machinery
import sys
from collections.abc import Iterator, Sequence
from types import FunctionType, ModuleType
from typing import Any

INERT = frozenset(
    [
        "autograder",
        "matplotlib",
        "mpl_toolkits",
        "pylab",
        "seaborn",
        "plotly",
        "bokeh",
        "altair",
        "IPython",
        "ipywidgets",
        "nbgrader",
        "otter",
        "google",
    ]
)
_UNPACK = dis.opmap["UNPACK_SEQUENCE"]


class Inert:
    """Answers every question with itself."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Inert()

    def __setattr__(self, name: str, value: Any) -> None:
        return None

    def __call__(self, *args: Any, **options: Any) -> Any:
        # Used as a decorator it leaves the student's function in place.
        if len(args) == 1 and not options and isinstance(args[0], FunctionType):
            return args[0]
        return Inert()

    def __getitem__(self, key: Any) -> Any:
        return Inert()

    def __setitem__(self, key: Any, value: Any) -> None:
        return None

    def __iter__(self) -> Iterator[Any]:
        # `fig, axes = plt.subplots()` says in its bytecode how many values it wants.
        caller = sys._getframe(1)
        code, at = caller.f_code.co_code, caller.f_lasti
        return iter([Inert()] * (code[at + 1] if code[at] == _UNPACK else 0))

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return False

    def __enter__(self) -> Any:
        return Inert()

    def __exit__(self, *trouble: object) -> None:
        return None


class InertModule(ModuleType):
    """A module in which every name is inert."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
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

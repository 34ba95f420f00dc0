"""The package's own modules, each parsed once for all tests of a process."""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "autograder"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "templates" not in path.parts)


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))

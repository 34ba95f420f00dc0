"""Imports go one way, and what runs inside the student process stands alone.

Not by import-linter, whose layers cannot contain each other: here a module may stand above the rest
of its package, as what grades a submission stands above `grading`.
"""

import ast
import graphlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.core.trees import MODULES, PACKAGE, text_of, tree_of

# From the top down: a module may import what stands below it, or beside it in its own layer.
LAYERS = [
    ["cli", "__main__", "conftest"],
    ["fronts.pytest_front", "fronts.by_name", "fronts.notebook", "nbgrader"],
    ["authoring"],
    ["pages", "pictures", "exports", "release", "gradescope"],
    ["batch"],
    ["results"],
    ["fronts", "fronts.text", "fronts.kernel", "fronts.progress", "fronts.anywhere"],
    ["grading.submission"],
    ["grading", "handins"],
    ["student.host"],
    ["student", "student.lockdown"],
    ["assignments"],
    ["checking"],
    ["catalogue"],
    ["student.calls", "charts", "numerics", "fingerprint", "failing", "misconceptions", "bounds"],
    ["locating"],
    ["student.guest", "student.limits"],
    ["notes"],
    ["model", "showing", "refusals"],
    ["messages"],
    ["_version", ""],
]


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def layer_of(name: str) -> int:
    best, found = "", len(LAYERS)
    for number, names in enumerate(LAYERS):
        for prefix in names:
            fits = name == prefix or (prefix and name.startswith(f"{prefix}."))
            if fits and len(prefix) >= len(best):
                best, found = prefix, number
    assert found < len(LAYERS), f"{name} is in no layer"
    return found


@cache
def imports(path: Path) -> set[str]:
    """Modules of the package that a file imports when it is imported itself."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            inner = name.removeprefix("autograder.")
            place = PACKAGE.joinpath(*inner.split("."))
            if inner != name and (place.with_suffix(".py").exists() or place.is_dir()):
                found.add(inner)
    return found


# What the package itself imports on demand, for `autograder.check` and the others.
ON_DEMAND = {"grading.submission", "fronts", "fronts.notebook", "pictures", "pictures.notebook",
             "student.host.watchdog"}  # fmt: skip


def test_imports_go_down() -> None:
    upward = {
        (name, target)
        for name, path in ((name_of(path), path) for path in MODULES)
        for target in imports(path) - (ON_DEMAND if name == "" else set())
        if layer_of(target) < layer_of(name) and not target.endswith("__init__")
    }
    assert upward == set(), "imports from above"


def test_no_modules_import_each_other() -> None:
    modules = {name_of(path): path for path in MODULES if path.name != "__init__.py"}
    graph = {name: imports(path) & modules.keys() - {name} for name, path in modules.items()}
    graphlib.TopologicalSorter(graph).prepare()  # raises `CycleError`, which names them


def test_what_runs_inside_imports_nothing_of_the_grader() -> None:
    allowed = set(sys.stdlib_module_names) | {"numpy", "guest", "lockdown"}
    inside = [path for path in MODULES if path.is_relative_to(PACKAGE / "student" / "guest")]
    assert inside
    for path in inside:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                assert {alias.name.partition(".")[0] for alias in node.names} <= allowed, path
            elif isinstance(node, ast.ImportFrom) and not node.level:
                assert str(node.module).partition(".")[0] in allowed, path


def test_no_file_of_the_engine_is_about_the_second_lesson() -> None:
    about = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in {".py", ".toml", ".json", ".html", ".css"}
        and "scaled_init" in path.read_text(encoding="utf-8")
    ]
    assert about, "the lesson itself"
    assert all(name.startswith("assignments/scaled_init/") for name in about), about


def test_versions_agree_with_the_changelog() -> None:
    from autograder import __version__

    changelog = (PACKAGE.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {__version__}" in changelog


def test_what_a_package_offers_is_sorted() -> None:
    import autograder

    assert sorted(autograder.__all__) == autograder.__all__
    assert callable(autograder.check)
    assert callable(autograder.grade)
    with pytest.raises(AttributeError, match="nothing"):
        autograder.nothing  # noqa: B018  # asking is the test


def test_a_class_name_means_one_thing_and_is_none_that_people_read() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(name_of(path))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}
    ours = re.compile(
        rf"\b({'|'.join(name for name in places if sum(map(str.isupper, name)) > 1)})\b"
    )
    assert [text for path in MODULES for text in sentences(path) if ours.search(text)] == []


# The program of a student process stands alone, and so does each lesson.
ALONE = ("student/guest", "student/lockdown", "assignments", "authoring/template")
# Said of several things by agreement: what a format makes of a class, what a program begins with,
# and commands, which are called like what they do.
AGREED = {"sheet", "main", "show", "grade", "bundle", "release", "pytest_configure",
          "pytest_load_initial_conftests"}  # fmt: skip


def test_a_functions_name_means_one_thing() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        if not path.relative_to(PACKAGE).as_posix().startswith(ALONE):
            for node in tree_of(path).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    places.setdefault(node.name, []).append(name_of(path))
    several = {name: where for name, where in places.items() if len(where) > 1}
    assert {name: where for name, where in several.items() if name not in AGREED} == {}
    assert AGREED - set(several) == set()


def sentences(path: Path) -> Iterator[str]:
    """The texts of a module that have several words and are no docstrings."""
    tree = tree_of(path)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in said and " " in str(node.value):
            yield str(node.value)


def test_a_module_can_be_read_in_one_sitting() -> None:
    lengths = {name_of(path): len(text_of(path).splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}

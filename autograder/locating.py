"""Finds the package of an assignment: by its name, its folder, or an entry point.

| given | found |
|---|---|
| `path/to/ridge` | the folder, which then has its name everywhere, see below |
| `ridge` | a folder of that name that was given before, or is listed in `AUTOGRADER_ASSIGNMENTS` |
| | or lies in a folder that is listed there |
| | else one of our own |
| | else the package that an entry point of that name names (group `autograder.assignments`) |
| | else a folder of the working folder, that itself, or one above it |

Wherever it lies, a package becomes `autograder.assignments.<name>`: where a students' kit and a
Gradescope bundle have their copy of it. So its modules import each other relatively
(`from . import ASSIGNMENT`). A folder that is used is added to the environment variable
`AUTOGRADER_ASSIGNMENTS`, so that processes started from here know its name as well: workers,
nbgrader, a notebook.
"""

import importlib.util
import keyword
import os
import pkgutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

from autograder.refusals import Refusal

GROUP = "autograder.assignments"
OURS = "weight_init"  # what is meant where nothing is said
VARIABLE = "AUTOGRADER_ASSIGNMENTS"
OWN = Path(__file__).resolve().parent / "assignments"
# What authors have beside the package and nobody else gets: neither students nor Gradescope.
LESSON, CORPUS = "lesson", "corpus"


class UnknownAssignment(Refusal):
    """There is no assignment of that name, or what is there cannot be used; the text says why."""


def package_of(given: str | os.PathLike[str]) -> ModuleType:
    """The package of an assignment, imported with every module of its checks.

    Args:
        given: its name or its folder, which is a text with more than a name in it, or a `Path`.

    Raises:
        UnknownAssignment: there is none.
    """
    folder = _folder_of(os.fspath(given), typed=not isinstance(given, str))
    if folder.parent != OWN:
        require_name(folder)
        use(folder)
    return _imported(folder)


def _folder_of(given: str, *, typed: bool) -> Path:
    path = Path(given).expanduser()
    if typed or path.name != given or given == os.pardir:  # more than a name
        if not _is_package(path):
            missing = "is no folder" if not path.is_dir() else "holds no __init__.py"
            raise UnknownAssignment(
                f"{given} {missing}; an assignment is a package with an ASSIGNMENT in it, "
                "`autograder new NAME` makes one"
            )
        return path.resolve()
    for folder in (*_used(), OWN / given):
        if folder.name == given and _is_package(folder):
            return folder.resolve()
    for point in _entry_points():
        if point.name == given:
            return _folder_at(point)
    near = given and _is_package(path)
    raise UnknownAssignment(
        f"there is no assignment {given!r}; "
        + (f"is it the folder here, give it as a path: .{os.sep}{given}; " if near else "")
        + f"known: {', '.join(known_assignments())}; one that lies elsewhere is given as the path "
        f"of its folder, or listed in {VARIABLE} with its whole path"
    )


def is_own(given: str) -> bool:
    """Whether a text names an assignment of our own."""
    return given.isidentifier() and _folder_of(given, typed=False).parent == OWN


def known_assignments() -> list[str]:
    """The names under which assignments are found."""
    own = (folder.name for folder in OWN.iterdir() if _is_package(folder))
    used = (folder.name for folder in _used())
    return sorted({*own, *used, *(point.name for point in _entry_points())})


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a package in a fixed order, without hidden ones and what Python writes."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).parts
        if path.is_file() and not any(p.startswith(".") or p == "__pycache__" for p in inner):
            yield path


def files_to_ship(folder: Path) -> Iterator[Path]:
    """What of an assignment's package goes to others, in a fixed order.

    The lesson, the corpus and tests stay with the author: they hold answers.
    """
    for path in files_in(folder):
        test = path.name == "conftest.py" or path.match("test_*.py")
        if path.relative_to(folder).parts[0] not in (LESSON, CORPUS) and not test:
            yield path


def place_in(folder: Path | None, error: BaseException) -> str:
    """`checks.py, line 64, in draw: `, the last line of a folder that an error passed; or ""."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if folder is not None and path.is_relative_to(folder):
            inside = f", in {frame.name}" if frame.name != "<module>" else ""
            return f"{path.relative_to(folder).as_posix()}, line {frame.lineno}{inside}: "
    return ""


@contextmanager
def in_a_sentence(folder: Path) -> Iterator[None]:
    """Whatever goes wrong in an author's module raises `UnknownAssignment`, with its place."""
    try:
        yield
    except UnknownAssignment:
        raise
    except Exception as error:
        raise UnknownAssignment(
            f"the assignment in {folder} cannot be loaded: {place_in(folder, error)}"
            f"{type(error).__name__}: {' '.join(str(error).split())}"
        ) from error


def _is_package(folder: Path) -> bool:
    return (folder / "__init__.py").is_file()


def require_name(folder: Path) -> None:
    """Raise `UnknownAssignment` unless a folder's name can be that of an assignment."""
    if not folder.name.isidentifier() or keyword.iskeyword(folder.name):
        raise UnknownAssignment(
            f"{folder.name!r} cannot be the name of an assignment: it stands in records and "
            "imports, so give the folder a name of letters, digits and underscores that is no "
            "keyword of Python's"
        )


def _listed() -> list[Path]:
    """What the environment variable lists by a whole path, the last used first."""
    listed = (Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep))
    return [path for path in listed if path.is_absolute()]


def _used() -> Iterator[Path]:
    """The assignments among it: each entry is one, or a folder that holds some."""
    for path in _listed():
        if _is_package(path):
            yield path
        elif path.is_dir():
            yield from (folder for folder in sorted(path.iterdir()) if _is_package(folder))


def use(folder: Path) -> None:
    """Have the assignment in a folder found by its name, here and in processes started from here.

    Nothing of it is imported yet.
    """
    others = [str(listed) for listed in _listed() if listed != folder]
    os.environ[VARIABLE] = os.pathsep.join([str(folder), *others])


@lru_cache(maxsize=1)
def _entry_points() -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=GROUP))


def _folder_at(point: EntryPoint) -> Path:
    try:
        spec = importlib.util.find_spec(point.value)
    except (ImportError, ValueError):
        spec = None
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise UnknownAssignment(
            f"the entry point {point.name!r} of the group {GROUP} names {point.value!r}, which is "
            "no package that can be imported"
        )
    folder = Path(places[0]).resolve()
    if folder.name != point.name:
        raise UnknownAssignment(
            f"the entry point {point.name!r} of the group {GROUP} names a package in {folder}; "
            "both must have one name"
        )
    return folder


def _imported(folder: Path) -> ModuleType:
    """The package in a folder as `autograder.assignments.<name>`, with all its checks."""
    name = f"{GROUP}.{folder.name}"
    module = sys.modules.get(name)
    try:
        with in_a_sentence(folder):
            if module is None or Path(module.__path__[0]).resolve() != folder.resolve():
                module = _executed(name, folder)
            checks = importlib.import_module(f"{name}.checks")
            for part in pkgutil.iter_modules(getattr(checks, "__path__", ())):
                importlib.import_module(f"{checks.__name__}.{part.name}")
    except BaseException:
        _forget(name)
        raise
    return module


def _executed(name: str, folder: Path) -> ModuleType:
    _forget(name)  # another folder of this name
    spec = importlib.util.spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _forget(package: str) -> None:
    for name in [name for name in sys.modules if f"{name}.".startswith(f"{package}.")]:
        del sys.modules[name]

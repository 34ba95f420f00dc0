"""A release: everything that is generated from the solutions, in one go.

Nothing is written before all of it has been made and searched for pieces of solutions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import autograder
from autograder.catalogue import Assignment
from autograder.locating import LESSON
from autograder.release.errors import ReleaseError
from autograder.release.kit import kit_bytes, kit_files
from autograder.release.lite import Site
from autograder.release.notebooks import notebook_text, stub_notebook
from autograder.release.pieces import Pieces
from autograder.release.script import Script, read_script
from autograder.release.stubs import require_points, stub_script, tasks_of

PACKAGE = Path(autograder.__file__).parent
SOLUTIONS = Path("solutions")
SOLUTIONS_HELP = (
    "Folder that holds a folder of solutions for each assignment.  [default: the assignment's own "
    f"{LESSON}/, else {SOLUTIONS}/]"
)


@dataclass(frozen=True, slots=True)
class Release:
    """What a release has written.

    Attributes:
        exercises: the exercise files, two for each script.
        changed: those of them whose text is not what it was before.
        kit: the archive, or None when none was asked for.
    """

    exercises: tuple[Path, ...]
    changed: tuple[Path, ...]
    kit: Path | None


def release(
    solutions_dir: Path,
    exercises_dir: Path,
    assignment: Assignment,
    kit_path: Path | None = None,
    package_dir: Path = PACKAGE,
    site: Site | None = None,
) -> Release:
    """Rebuild an assignment's exercises from its solutions, and its kit.

    Args:
        solutions_dir: the folder of the assignment's percent scripts.
        exercises_dir: where the stubs and notebooks go; other files there stay as they are.
        assignment: its checks give points to every task, and to several functions together.
        kit_path: where the archive for students goes, if one is wanted.
        package_dir: the package that the kit takes the checks from.
        site: the site for browsers, if one is wanted.

    Raises:
        ReleaseError: a script that cannot be stripped safely, names that do not agree with
            the checks', a piece of a solution in what would be handed out, or a site that cannot be
            built. Nothing is written.
    """
    if site is not None:
        site.require_possible()
    points = assignment.points()
    scripts = _in_order(read_solutions(solutions_dir), points)
    require_points(solutions_dir, scripts, points)
    exercises = exercise_files(scripts, points)
    kit = kit_files(assignment, exercises, package_dir, autograder.__version__)
    _require_no_pieces(scripts, kit if kit_path or site else exercises, solutions_dir)
    if site is not None:
        site.build(kit, autograder.__version__)

    exercises_dir.mkdir(parents=True, exist_ok=True)
    paths = [exercises_dir / name for name in exercises]
    changed = tuple(path for path in paths if _write(path, exercises[path.name].encode()))
    if kit_path is not None:
        kit_path.parent.mkdir(parents=True, exist_ok=True)
        kit_path.write_bytes(kit_bytes(kit, f"{assignment.name}-kit"))
    return Release(tuple(paths), changed, kit_path)


def lesson_of(assignment: Assignment, solutions: Path | None = None) -> Path:
    """The folder with the percent scripts of an assignment.

    Args:
        assignment: which one.
        solutions: where its folder is, with those of others; by default the assignment's own
            `lesson` is taken, or else `solutions/NAME`.

    Raises:
        ReleaseError: there is none.
    """
    if solutions is None and assignment.lesson:
        return assignment.lesson
    found = (solutions or SOLUTIONS) / assignment.name
    if not found.is_dir():
        raise ReleaseError(
            found, None, "does not exist; run this where solutions/ is, or give --solutions"
        )
    return found


def read_solutions(solutions_dir: Path) -> list[Script]:
    """The scripts of a folder, by name.

    Raises:
        ReleaseError: there is none, or one cannot be read.
    """
    paths = sorted(solutions_dir.glob("*.py"))
    if not paths:
        raise ReleaseError(solutions_dir, None, "there is no script in this folder to release")
    return [read_script(path) for path in paths]


def exercise_files(scripts: Iterable[Script], points: Mapping[str, float]) -> dict[str, str]:
    """Name -> text of every exercise file: a script and a notebook for each exercise.

    Raises:
        ReleaseError: as `stub_notebook`.
    """
    files = {}
    for script in scripts:
        files[f"{script.exercise}.py"] = stub_script(script).text()
        files[f"{script.exercise}.ipynb"] = notebook_text(stub_notebook(script, points))
    return files


def pieces_of(scripts: Iterable[Script]) -> Pieces:
    """What must not be found in anything that students get."""
    pieces = Pieces()
    for script in scripts:
        for task in tasks_of(script).values():
            pieces.add_solution(task.name, task.solution)
        for cell in script.cells:
            if cell.answer is not None:
                pieces.add_answer(cell.answer, cell.source)
    return pieces


def _in_order(scripts: Iterable[Script], points: Mapping[str, float]) -> list[Script]:
    """The scripts in the order of their tasks in `points`."""
    order = list(points)

    def place(script: Script) -> int:
        names = [task.name for task in tasks_of(script).values()]
        return min((order.index(name) for name in names if name in points), default=len(order))

    return sorted(scripts, key=place)


def _require_no_pieces(scripts: Iterable[Script], files: Mapping[str, str], folder: Path) -> None:
    found = pieces_of(scripts).search(files)
    if found:
        first, more = found[0], len(found) - 1
        others = f" (and {more} more)" if more else ""
        message = (
            f"a piece of a solution would be handed out: {first.text!r} in {first.file}, line "
            f"{first.line}, answers {first.task}{others}; compute it there in another way"
        )
        raise ReleaseError(folder, None, message)


def _write(path: Path, data: bytes) -> bool:
    """Write a file unless it holds this already; whether it had to be written."""
    if path.exists() and path.read_bytes() == data:
        return False
    path.write_bytes(data)
    return True

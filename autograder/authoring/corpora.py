"""The corpora of an assignment: files that are wrong in one function, and files that are right.

    corpus/wrong/<exercise>/*.py    the first line says where and how:
                                    # wrong: exercise.function: id | another id
    corpus/right/<exercise>/*.py

Each holds definitions that replace those of the lesson's solution; whatever it does not define is
the solution's. After the last colon stand the misconceptions that may be named: ids of the
assignment's own `misconceptions.toml`, or of the engine's. Where nothing is to be named, nothing
stands there, and the colon may be left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from autograder.authoring.mutants import definition_of
from autograder.catalogue import Assignment
from autograder.locating import CORPUS
from autograder.refusals import Refusal

_HEADER = re.compile(r"# wrong: (\w+)\.(\w+)(?::(.*))?")


class UnusableCorpus(Refusal):
    """A corpus cannot be read; the text says which file, and what it should be like."""


@dataclass(frozen=True)
class Overlay:
    """A file whose definitions replace those of a right exercise.

    Attributes:
        path: the file.
        solutions: exercise -> text of its solution.
        exercise: which exercise it is appended to.
        function: the function that is wrong; empty for a right overlay.
        diagnoses: the misconceptions that may be named; empty for a right overlay.
    """

    path: Path
    solutions: Mapping[str, str] = field(repr=False, compare=False)
    exercise: str
    function: str = ""
    diagnoses: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """`exercise/slug`."""
        return f"{self.exercise}/{self.path.stem}"

    def files(self) -> dict[str, bytes]:
        """The whole submission."""
        text = self.path.read_text(encoding="utf-8")
        return as_scripts(with_text(self.solutions, self.exercise, text))


def solutions_in(lesson: Path, assignment: Assignment) -> dict[str, str]:
    """Exercise -> text of its solution.

    Raises:
        UnusableCorpus: the lesson has no script for an exercise, or one that cannot be read.
    """
    texts = {}
    for exercise in assignment.exercises:
        path = lesson / f"{exercise}.py"
        if not path.is_file():
            raise UnusableCorpus(f"{path} is not there; each exercise has a script in its lesson")
        texts[exercise] = path.read_text(encoding="utf-8")
        try:
            for name in assignment.exercises[exercise]:
                definition_of(texts[exercise], name)
        except (SyntaxError, ValueError) as error:
            raise UnusableCorpus(f"{path}: {error}") from None
    return texts


def with_text(solutions: Mapping[str, str], exercise: str, text: str) -> dict[str, str]:
    """The solutions with more text in a cell of its own at the end of one."""
    return {**solutions, exercise: f"{solutions[exercise]}\n\n# %%\n{text}"}


def as_scripts(texts: Mapping[str, str]) -> dict[str, bytes]:
    """The texts as `.py` files."""
    return {f"{name}.py": text.encode() for name, text in texts.items()}


def wrong_in(
    corpus: Path, assignment: Assignment, solutions: Mapping[str, str]
) -> Iterator[Overlay]:
    """Every wrong submission, with what its first line says of it.

    Raises:
        UnusableCorpus: a first line says nothing, or something that cannot be.
    """
    for path in sorted((corpus / "wrong").glob("*/*.py")):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        match = _HEADER.fullmatch(first)
        if not match:
            raise UnusableCorpus(
                f"{path}: the first line must be `# wrong: exercise.function: id`, or without the "
                f"last colon where nothing is to be named; it is {first!r}"
            )
        exercise, function, ids = match.groups()
        if exercise != path.parent.name or function not in assignment.exercises.get(exercise, ()):
            raise UnusableCorpus(
                f"{path}: there is no {function} in an exercise {path.parent.name}, where it lies"
            )
        diagnoses = tuple(id_.strip() for id_ in (ids or "").split("|") if id_.strip())
        unknown = sorted(set(diagnoses) - set(assignment.misconceptions))
        if unknown:
            raise UnusableCorpus(_unknown(path, unknown, list(assignment.misconceptions)))
        yield Overlay(path, solutions, exercise, function, diagnoses)


def _unknown(path: Path, unknown: Sequence[str], known: Sequence[str]) -> str:
    """That no misconception has these names, and which ones are like them."""
    near = sorted({name for id_ in unknown for name in get_close_matches(id_, known, 3, 0.5)})
    like = f" (there is {', '.join(near)})" if near else ""
    return (
        f"{path}: no misconception is called {', '.join(unknown)}{like}; ids are those of the "
        "assignment's misconceptions.toml and of autograder/misconceptions.toml"
    )


def right_in(
    corpus: Path, assignment: Assignment, solutions: Mapping[str, str]
) -> Iterator[Overlay]:
    """Every right submission."""
    for path in sorted((corpus / "right").glob("*/*.py")):
        if path.parent.name in assignment.exercises:
            yield Overlay(path, solutions, path.parent.name)


def corpus_of(assignment: Assignment) -> Path:
    """Where an assignment's corpus is, whether or not there is one: with it, or else here."""
    assert assignment.folder is not None
    own = assignment.folder / assignment.corpus
    return own if own.is_dir() or assignment.corpus == CORPUS else Path(assignment.corpus)

"""The corpora of right and wrong submissions, as whole submissions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SOLUTIONS = HERE.parent / "solutions" / "weight_init"
EXERCISES = ("initializers", "backprop", "diagnostics")
_HEADER = re.compile(r"# wrong: (\w+)\.(\w+): (.+)")


@dataclass(frozen=True)
class Overlay:
    """A file whose definitions replace those of a right exercise.

    Attributes:
        path: the file.
        exercise: which exercise it is appended to.
        function: the function that is wrong; empty for a right overlay.
        diagnoses: the misconceptions that may be named; empty for a right overlay.
    """

    path: Path
    exercise: str
    function: str = ""
    diagnoses: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """`exercise/slug`."""
        return f"{self.exercise}/{self.path.stem}"

    def files(self) -> dict[str, bytes]:
        """The whole submission."""
        texts = right_texts()
        texts[self.exercise] += "\n\n# %%\n" + self.path.read_text(encoding="utf-8")
        return as_scripts(texts)


def right_texts() -> dict[str, str]:
    """Exercise -> text of its solution."""
    return {name: (SOLUTIONS / f"{name}.py").read_text(encoding="utf-8") for name in EXERCISES}


def as_scripts(texts: dict[str, str]) -> dict[str, bytes]:
    """The texts as `.py` files."""
    return {f"{name}.py": text.encode() for name, text in texts.items()}


def wrong_overlays() -> Iterator[Overlay]:
    """Every wrong submission, with what its first line says of it."""
    for path in sorted((HERE / "corpus" / "wrong").glob("*/*.py")):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        match = _HEADER.fullmatch(first)
        assert match, (
            f"{path}: the first line must be `# wrong: exercise.function: id`, not {first!r}"
        )
        exercise, function, ids = match.groups()
        assert exercise == path.parent.name, f"{path} lies in another exercise's folder"
        yield Overlay(path, exercise, function, tuple(id_.strip() for id_ in ids.split("|")))


def right_overlays() -> Iterator[Overlay]:
    """Every right submission that is an overlay."""
    for path in sorted((HERE / "corpus" / "right").glob("*/*.py")):
        if path.parent.name in EXERCISES:
            yield Overlay(path, path.parent.name)

"""The hostile overlays, with what their first lines say.

`overlays()` reads them as data. An overlay is appended to a right exercise of the same name as its
folder, in the words of README.md; it is never run but in a student process of the grader.

The module needs the standard library only, and can be loaded from its path alone.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
CONTRACT = {
    "initializers": ("zeros_init", "constant_init", "normal_init", "init_params"),
    "backprop": (
        "sigmoid",
        "sigmoid_grad",
        "tanh_grad",
        "layer_forward",
        "forward",
        "layer_backward",
        "backward",
        "sgd_step",
        "train",
    ),
    "diagnostics": ("neuron_gap", "saturated_fraction", "relative_gradient", "PREDICTIONS"),
}
HEADER = re.compile(r"# hostile: (?P<kind>[a-z-]+): honest part (?P<honest>.+)")


class Overlay(NamedTuple):
    """One hostile overlay.

    Attributes:
        path: the file.
        exercise: the exercise it is appended to.
        kind: what group of attacks it belongs to.
        honest: functions of its exercise that stay right: each is owed all of its own points.
        attempts: what it tries, in the words of its comment.
    """

    path: Path
    exercise: str
    kind: str
    honest: frozenset[str]
    attempts: str

    @property
    def name(self) -> str:
        """`exercise/slug`."""
        return f"{self.exercise}/{self.path.stem}"

    @property
    def dishonest(self) -> frozenset[str]:
        """The other functions of its exercise: none of them may get all of its own points."""
        return frozenset(CONTRACT[self.exercise]) - self.honest


def honest_part(exercise: str, words: str) -> frozenset[str]:
    """The functions meant by `everything`, `nothing` or `all but exercise.f, exercise.g`.

    Raises:
        ValueError: the words are none of these, or name a function the exercise does not have.
    """
    every = frozenset(CONTRACT[exercise])
    if words == "everything":
        return every
    if words == "nothing":
        return frozenset()
    names = words.removeprefix("all but ").split(", ")
    excepted = {name.removeprefix(exercise + ".") for name in names}
    if words in names or not excepted <= every:
        raise ValueError(f"{exercise}: no honest part: {words!r}")
    return every - excepted


def read(path: Path) -> Overlay:
    """What an overlay says of itself.

    Raises:
        ValueError: the first lines are not as README.md wants them.
    """
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    header = HEADER.fullmatch(first)
    comment = []
    for line in rest:
        if not line.startswith("# "):
            break
        comment.append(line[2:])
    if header is None or not comment:
        raise ValueError(f"{path}: the first lines do not say what is hostile about it")
    exercise = path.parent.name
    honest = honest_part(exercise, header["honest"])
    return Overlay(path, exercise, header["kind"], honest, " ".join(comment))


def overlays() -> Iterator[Overlay]:
    """Every hostile overlay, by exercise and name."""
    for exercise in CONTRACT:
        yield from map(read, sorted((HERE / exercise).glob("*.py")))

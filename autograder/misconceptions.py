"""Wrong ideas that feedback can name, and their words; those of any assignment are here."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

ACCIDENTS = "accidents"  # the group of what happens without any idea behind it


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong idea: what it is, and where to think again (never the formula).

    Attributes:
        id: as in records.
        sentence: what it is.
        pointer: where to think again.
        accident: it happens without any idea behind it; reports count it apart.
    """

    id: str
    sentence: str
    pointer: str
    accident: bool = False


def read_misconceptions(path: Path) -> dict[str, Misconception]:
    """The misconceptions of a TOML file, by id: groups of `id = [sentence, pointer]`.

    Raises:
        OSError, tomllib.TOMLDecodeError, ValueError: it cannot be read, or holds something else.
    """
    known: dict[str, Misconception] = {}
    for group, ideas in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for id_, words in ideas.items():
            if len(words) != 2:
                raise ValueError(f"{path.name}: {id_} needs a sentence and a pointer")
            known[id_] = Misconception(id_, words[0], words[1], group == ACCIDENTS)
    return known


# Those that the engine and `autograder.checking` name themselves.
GENERAL = read_misconceptions(Path(__file__).with_suffix(".toml"))

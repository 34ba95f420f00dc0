"""The misconceptions that feedback can name; their words are in `misconceptions.toml`."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from autograder.catalogue import Misconception


def _read() -> dict[str, Misconception]:
    text = files(__package__).joinpath("misconceptions.toml").read_text(encoding="utf-8")
    known: dict[str, Misconception] = {}
    for group, ideas in tomllib.loads(text).items():
        for id_, (sentence, pointer) in ideas.items():
            known[id_] = Misconception(id_, sentence, pointer, group == "accidents")
    return known


MISCONCEPTIONS = _read()

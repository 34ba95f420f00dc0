"""The misconceptions that feedback can name; their words are in `misconceptions.toml`."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from autograder.catalogue import Misconception


def _read() -> tuple[dict[str, Misconception], dict[str, str]]:
    text = files(__package__).joinpath("misconceptions.toml").read_text(encoding="utf-8")
    known: dict[str, Misconception] = {}
    groups: dict[str, str] = {}
    for group, ideas in tomllib.loads(text).items():
        for id_, (sentence, pointer) in ideas.items():
            known[id_] = Misconception(id_, sentence, pointer)
            groups[id_] = group
    return known, groups


# Id -> misconception, and id -> the group that it belongs to.
MISCONCEPTIONS, GROUPS = _read()

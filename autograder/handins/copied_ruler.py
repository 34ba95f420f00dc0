"""Which functions of a hand-in rest on code of the grader's ruler, which the kit has to ship.

The checks at home need the truth, so the kit holds what computes it, and whatever computes a truth
can be handed in for an answer. Copied into a file it is known by its words, whatever its names,
comments and layout; a function that is such a copy, or comes to one by its calls, is not the
student's. What was changed further is told to a person (`copied_code.py`), as any likeness is.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path

from autograder.catalogue import Assignment
from autograder.handins.content import sources
from autograder.handins.likeness import (
    MAX_BODIES,
    MAX_FUNCTIONS,
    MAX_TEXT,
    Written,
    bodies,
    kept_names,
    words_of,
)
from autograder.handins.submission import HandIn

PACKAGE = Path(__file__).parents[1]
NUMERICS = PACKAGE / "numerics.py"  # which every ruler is made of
# Words of a function of ours that nobody writes by chance. No function of the two lessons' right,
# wrong and hostile files (1,785, with the solutions) is one of a ruler from 6 words on; what a
# student might write so by himself (a norm, a count of layers) has 12 to 17.
MIN_WORDS = 20
_NAME = re.compile(r"[^\W\d]\w*")
_CALLED = re.compile(r"(?<!\.)\b[^\W\d]\w*(?= *\()")
_LOCAL = re.compile(r"\b([^\W\d]\w*) *=(?!=)|\bfor +([^\W\d]\w*)")
_BOUND = re.compile(r"^([^\W\d]\w*) *(?::[^=\n]*)?=(?!=)(.*)", re.MULTILINE)

Mentions = dict[str, set[str]]  # what is defined in a file -> what it calls, or is


def resting_on_ruler(
    files: Iterable[HandIn], found: Written, assignment: Assignment
) -> dict[str, str]:
    """What an assignment asks for, and the function of its ruler that this is, or comes to."""
    functions = frozenset(assignment.functions())
    if assignment.folder is None or not assignment.ruler:
        return {}
    ruler = _ruler(assignment.folder, tuple(assignment.ruler), functions)
    if ruler.keys().isdisjoint(map(tuple, (*found.asked.values(), *found.others))):
        return {}  # as of nearly all hand-ins
    resting: dict[str, str] = {}
    for file in files:
        text = "\n".join(sources(file.data))[:MAX_TEXT]
        resting |= _resting(text, functions, ruler)
    return resting


def _resting(
    text: str, functions: frozenset[str], ruler: Mapping[tuple[str, ...], str]
) -> dict[str, str]:
    mentions: Mentions = {}
    copies: dict[str, str] = {}
    for name, expression in _BOUND.findall(text):
        mentions.setdefault(name, set()).update(_NAME.findall(expression))
    left = MAX_BODIES
    for name, body in islice(bodies(text), MAX_FUNCTIONS):
        left -= len(body)
        if left < 0:  # which a person is told
            break
        mentions.setdefault(name, set()).update(_called(body))
        ours = ruler.get(words_of(body, kept_names(functions)))
        if ours:
            copies[name] = ours
    calls = {name: called - functions for name, called in mentions.items()}  # each for itself
    reached = {name: _reached(name, calls, copies) for name in functions & calls.keys()}
    return {name: ours for name, ours in reached.items() if ours}


def _called(body: str) -> set[str]:
    """What a function calls beyond its own variables, which may have the name of a copy that is
    there to test with."""
    head, _, _ = body.partition("\n")
    own = {name for pair in _LOCAL.findall(body) for name in pair} | set(_NAME.findall(head))
    return set(_CALLED.findall(body)) - own


def _reached(name: str, calls: Mentions, copies: Mapping[str, str]) -> str:
    """The copy that a function is or comes to, over whatever it calls."""
    waiting, seen = [name], {name}
    while waiting:
        here = waiting.pop()
        if here in copies:
            return copies[here]
        new = (calls.get(here, set()) & calls.keys()) - seen
        seen |= new
        waiting += sorted(new)
    return ""


@lru_cache(maxsize=8)
def _ruler(
    folder: Path, modules: tuple[str, ...], functions: frozenset[str]
) -> dict[tuple[str, ...], str]:
    """Words of a function of the ruler -> where it stands, as people find it in the kit."""
    found: dict[tuple[str, ...], str] = {}
    for path in (NUMERICS, *(folder / module for module in modules)):
        for name, body in bodies(path.read_text(encoding="utf-8")):
            words = words_of(body, kept_names(functions))
            if len(words) >= MIN_WORDS:
                found.setdefault(words, f"{name} of {path.name}")
    return found

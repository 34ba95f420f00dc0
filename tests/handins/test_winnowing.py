"""Nearly the same: fingerprints find copies with changes, and no independent work."""

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from autograder.catalogue import find_assignment
from autograder.grading.submission import grade
from autograder.handins.copied_code import notes_on_copies
from autograder.handins.likeness import Written, functions_written
from autograder.handins.submission import HandIn
from autograder.handins.winnowing import (
    ALIKE,
    MAX_PRINTS,
    MIN_PRINTS,
    Prints,
    decoded,
    encoded,
    groups_alike,
    prints_of,
    similarity,
)
from autograder.model import Report, Status
from autograder.results.alike import Alike
from autograder.results.attention import reasons
from autograder.results.summary import ClassSummary
from tests import corpora

ASSIGNMENT = find_assignment("weight_init")
FUNCTIONS = ASSIGNMENT.functions()
RIGHT = corpora.right_texts()
Words = Mapping[str, Sequence[str]]


def words(texts: Mapping[str, str]) -> Written:
    files = [HandIn(name, f"{name}.py", text.encode()) for name, text in texts.items()]
    return functions_written(files, FUNCTIONS)


def prints(texts: Mapping[str, str]) -> Prints:
    return prints_of(words(texts).asked.values())


def variants() -> dict[str, list[Sequence[str]]]:
    """Function -> every right way in the corpus to write it, each word by word, and the usual one
    first."""
    found = {name: [body] for name, body in words(RIGHT).asked.items()}
    for overlay in corpora.right_overlays():
        own = words({overlay.exercise: overlay.path.read_text(encoding="utf-8")}).asked
        for name, body in own.items():
            if name in found and body not in found[name]:
                found[name].append(body)
    return found


USUAL = 30  # words up to which everybody writes a function alike: sigmoid, layer_forward, …


def two_students(
    draw: random.Random, known: Mapping[str, list[Sequence[str]]]
) -> tuple[Words, Words]:
    """Two who have written the short functions as everybody does, and the others independently."""
    one: dict[str, Sequence[str]] = {}
    other: dict[str, Sequence[str]] = {}
    for name, ways in known.items():
        if len(ways[0]) <= USUAL or len(ways) < 2:
            one[name] = other[name] = ways[0]
        else:
            one[name], other[name] = draw.sample(ways, 2)
    return one, other


def test_independent_work_stays_far_below() -> None:
    draw, known = random.Random(3), variants()
    found = [
        similarity(prints_of(one.values()), prints_of(other.values()))
        for one, other in (two_students(draw, known) for _ in range(200))
    ]
    assert max(found) < ALIKE - 0.1, max(found)


RENAMED = {name: re.sub(r"\bh_prev\b|\blayer\b", "q", text) for name, text in RIGHT.items()}
MORE = {
    name: re.sub(r"(?m)^(    )(return )", r"\1checked = True\n\1\2", text, count=2)
    for name, text in RIGHT.items()
}
TURNED = {
    name: "\n\n".join(reversed(re.split(r"\n\n(?=def )", text))) for name, text in RIGHT.items()
}
REWRITTEN = RIGHT | {
    "diagnostics": RIGHT["diagnostics"]
    + "\n\ndef neuron_gap(W):\n    top = max(sum(c * c for c in k) ** 0.5 for k in W.T.tolist())\n"
    "    far = [sum((a - b) ** 2 for a, b in zip(k, m)) ** 0.5 for k in W.T for m in W.T]\n"
    "    return max(far) / top if top else 0.0\n"
}


@pytest.mark.parametrize(
    "texts", [RENAMED, MORE, TURNED, REWRITTEN], ids=["names", "lines", "order", "one function"]
)
def test_a_copy_with_changes_is_found(texts: dict[str, str]) -> None:
    assert texts != RIGHT
    assert similarity(prints(texts), prints(RIGHT)) >= ALIKE


def test_stubs_and_single_functions_are_too_little_to_tell() -> None:
    for exercise in corpora.EXERCISES:
        stub = (corpora.HERE.parent / "exercises" / "weight_init" / f"{exercise}.py").read_text()
        assert prints({exercise: stub}).size == 0
    assert prints({"initializers": RIGHT["initializers"]}).size < MIN_PRINTS


def class_of(size: int, copies: int) -> dict[str, Prints]:
    """Random hand-ins of 120 fingerprints, half of which everybody has, and copies of the first
    with a tenth of them changed."""
    draw = np.random.default_rng(5)
    common = draw.integers(0, 2**31, 60, dtype=np.uint32)
    people = {
        f"s{n:04d}": np.unique(np.append(common, draw.integers(0, 2**31, 60, dtype=np.uint32)))
        for n in range(size)
    }
    for n in range(copies):
        own = people["s0000"].copy()
        own[draw.integers(0, own.size, own.size // 20)] = n
        people[f"copy{n}"] = np.unique(own)
    return people


def test_copies_are_found_in_a_class_of_a_thousand() -> None:
    (group,) = groups_alike(class_of(1000, 6))
    assert group == [*(f"copy{n}" for n in range(6)), "s0000"]


def test_they_are_kept_as_digits() -> None:
    found = prints(RIGHT)
    assert re.fullmatch(r"([0-9a-f]{8})+", encoded(found))
    np.testing.assert_array_equal(decoded(encoded(found)), found)
    assert decoded("").size == 0


def report(name: str, texts: dict[str, str], like: str) -> Report:
    kept = encoded(prints(texts))
    return Report(name, "weight_init", Status.GRADED, 1, "0", likeness=like, prints=kept)


def test_the_terminal_lists_who_is_nearly_the_same() -> None:
    found = [
        report("ann", RIGHT, "0" * 16),
        report("bob", RIGHT, "0" * 16),
        report("cem", MORE, "1" * 16),
        Report("dan", "weight_init", Status.GRADED, 1, "0", prints="no digits"),
    ]
    console = Console(record=True, width=100)
    ClassSummary.of(found).show(console)
    text = console.export_text()
    assert "2 hand-ins are identical up to names: ann, bob\n" in text
    assert "3 hand-ins are nearly the same: ann, bob, cem\n" in text
    alone = Alike()
    alone.add(found[0])
    assert alone.groups() == []


def notes_on(texts: Mapping[str, str]) -> list[str]:
    found = notes_on_copies(prints(texts), words(texts).others, FUNCTIONS, ASSIGNMENT.folder)
    return [note.text for note in found]


def test_right_work_is_not_taken_for_the_graders_own() -> None:
    assert notes_on(RIGHT) == []
    for overlay in [*corpora.right_overlays(), *corpora.wrong_overlays()]:
        text = overlay.path.read_text(encoding="utf-8")
        assert notes_on({overlay.exercise: text}) == [], overlay.name


@pytest.mark.parametrize("module", ["network.py", "right.py", "predictions.py"])
def test_the_graders_own_code_is_known_under_other_names(module: str) -> None:
    assert ASSIGNMENT.folder is not None
    text = (ASSIGNMENT.folder / module).read_text(encoding="utf-8")
    text = re.sub(r"\b(params|activation|slopes|forward_pass|weights)\b", r"my_\1", text)
    (said,) = notes_on(RIGHT | {"backprop": RIGHT["backprop"] + "\n\n" + text})
    assert f"assignments/weight_init/{module}" in said


def test_what_is_copied_from_the_kit_is_for_a_person(tmp_path: Path) -> None:
    assert ASSIGNMENT.folder is not None
    copied = (ASSIGNMENT.folder / "network.py").read_text(encoding="utf-8")
    (tmp_path / "backprop.py").write_text(f"{RIGHT['backprop']}\n\n{copied}", encoding="utf-8")
    report = grade(tmp_path)
    assert "code of the grader's own" in reasons(report)
    assert [note.inside for note in report.notes if note.kind == "copied"] == [True]


def test_of_more_than_anybody_writes_the_same_ones_are_kept() -> None:
    many = np.arange(10, MAX_PRINTS + 50, dtype=np.uint32)
    assert np.array_equal(decoded(encoded(many)), many[:MAX_PRINTS])

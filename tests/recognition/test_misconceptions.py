"""Every id has words, every word is used, and no word gives a formula away."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import autograder
from autograder.assignments.weight_init import ASSIGNMENT
from autograder.catalogue import find_assignment
from tests.corpora import wrong_overlays

MISCONCEPTIONS = ASSIGNMENT.misconceptions
OTHER_LESSON = find_assignment("scaled_init").misconceptions
PACKAGE = Path(autograder.__file__).parent
WEIGHT_INIT = PACKAGE / "assignments" / "weight_init"
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
RECOGNITION = [
    *sorted((WEIGHT_INIT / "recognition").glob("*.py")),
    *sorted((PACKAGE / "checking" / "recognition").glob("*.py")),
]
OTHERS = [
    *sorted((WEIGHT_INIT / "checks").glob("*.py")),
    *sorted((PACKAGE / "checking").glob("*.py")),
    PACKAGE / "assignments" / "weight_init" / "domains" / "cost.py",
    PACKAGE / "student" / "calls.py",
    PACKAGE / "grading" / "examiner.py",
]


def _strings(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def _emitted() -> set[str]:
    """Ids in recognition (returned, listed or used as keys) and in `diagnosis` elsewhere."""
    found: set[str] = set()
    for path in RECOGNITION:
        strings = set(_strings(ast.parse(path.read_text(encoding="utf-8"))))
        found |= {text for text in strings if KEBAB.fullmatch(text) or text in MISCONCEPTIONS}
    for path in OTHERS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= set(_strings(tree)) & set(MISCONCEPTIONS)
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "diagnosis":
                found |= set(_strings(node.value)) & {*MISCONCEPTIONS, *_kebab(node.value)}
            elif isinstance(node, ast.Assign) and "diagnosis" in {
                target.id for target in node.targets if isinstance(target, ast.Name)
            }:
                found |= set(_strings(node.value))
            elif isinstance(node, ast.FunctionDef) and _names_an_id(node):
                returned = [part for part in ast.walk(node) if isinstance(part, ast.Return)]
                found |= {text for part in returned for text in _kebab(part)}
    return found


def _kebab(node: ast.AST) -> set[str]:
    return {text for text in _strings(node) if KEBAB.fullmatch(text)}


def _names_an_id(function: ast.FunctionDef) -> bool:
    return function.name.endswith("_id") or function.name == "_of_foreign"


def test_every_id_that_can_be_named_has_words() -> None:
    # What recognition shares is named by one lesson or another.
    assert _emitted() - set(MISCONCEPTIONS) - set(OTHER_LESSON) == set()


def test_every_misconception_can_be_named() -> None:
    assert set(MISCONCEPTIONS) - _emitted() == set()


def test_the_corpus_speaks_the_same_language() -> None:
    ids = {id_ for overlay in wrong_overlays() for id_ in overlay.diagnoses}
    assert ids - set(MISCONCEPTIONS) == set()


def test_words_are_short_plain_and_give_no_formula_away() -> None:
    for idea in {**OTHER_LESSON, **MISCONCEPTIONS}.values():
        assert KEBAB.fullmatch(idea.id) or idea.id.isalnum()
        assert 10 < len(idea.sentence) <= 100, idea.id
        assert 10 < len(idea.pointer) <= 120, idea.id
        assert not idea.sentence.endswith("."), idea.id
        assert idea.pointer[-1] in ".?", idea.id
        for text in (idea.sentence, idea.pointer):
            assert text.isprintable(), idea.id
            assert not re.search(r"=|@|\*|np\.|\^|\d", text), idea.id


def test_nearly_every_idea_has_words_of_its_own() -> None:
    sentences = {idea.sentence for idea in MISCONCEPTIONS.values()}
    assert len(sentences) > 0.95 * len(MISCONCEPTIONS)

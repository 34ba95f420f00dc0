"""Whatever is searched in the grader's own process is read a few times at most, however long it is.

There is no limit of time here but that of patience: each text takes hours where a search begins
again from each of its places, and a tenth of a second where it does not.
"""

from pathlib import Path

import pytest

from autograder.grading.submission import grade
from autograder.handins import content, likeness
from autograder.handins.content import defines, holds, sources, written
from autograder.handins.likeness import MAX_FUNCTION, functions_written
from autograder.handins.submission import HandIn
from autograder.nbgrader.handed_in_cells import pieces
from autograder.student.guest.forms.notebook import looks_like_one
from tests.batch.classes import ASSIGNMENT
from tests.corpus.hostile.files import SLOW_TO_SEARCH, slow_to_search

FUNCTIONS = ASSIGNMENT.functions()
SIZE = 1_900_000  # characters; statements of a file of 2 MiB are looked at one by one


@pytest.mark.parametrize("unit", SLOW_TO_SEARCH)
def test_long_texts_are_searched_once(unit: str) -> None:
    data = slow_to_search(unit, SIZE).encode()
    assert holds(data, FUNCTIONS).defined >= {"sigmoid"}
    assert written(data, FUNCTIONS) <= {"sigmoid"}
    assert not looks_like_one(data)
    assert set(functions_written([HandIn("", "a.py", data)], FUNCTIONS).asked) <= {"sigmoid"}
    assert len(pieces("a.py", f"# %% {unit * (SIZE // len(unit))}\nx = 1".encode())) >= 1


def test_blanks_before_a_notebook_are_no_part_of_it() -> None:
    assert looks_like_one(b' \n\xef\xbb\xbf \n{ "cells": []}')
    assert not looks_like_one(b" " * 8192)


def test_a_name_that_is_defined_again_and_again_is_no_stub() -> None:
    stub = b"def sigmoid(a):\n    raise NotImplementedError\n"
    assert written(2 * stub, FUNCTIONS) == set()
    assert written(100 * stub, FUNCTIONS) == {"sigmoid"}


@pytest.mark.parametrize(
    "arrow", ["", " -> float", " -> 'a - b'", " -> 'a -> b'", " -> dict[str, int]"]
)
def test_a_stub_is_one_whatever_it_says_that_it_returns(arrow: str) -> None:
    head = f"def sigmoid(a){arrow}:\n"
    assert written(f"{head}    raise NotImplementedError\n".encode(), FUNCTIONS) == set()
    work = f"{head}    return a\nraise NotImplementedError\n"
    assert written(work.encode(), FUNCTIONS) == {"sigmoid"}


@pytest.mark.parametrize("between", ["(", " = ", "x", "; def "])
def test_names_without_end_are_not_all_looked_at(
    monkeypatch: pytest.MonkeyPatch, between: str
) -> None:
    looked = []
    definition = content._definition
    monkeypatch.setattr(
        content, "_definition", lambda *where: looked.append(where) or definition(*where)
    )
    data = (between.join(FUNCTIONS) + "\n").encode() * 30_000
    written(data, FUNCTIONS)
    defines(data, FUNCTIONS)
    assert len(looked) <= len(FUNCTIONS) * content._MAX_BOUND


def test_a_log_before_the_definitions_hides_none() -> None:
    line = "".join(f"{name}: a step of train is done\n" for name in FUNCTIONS)
    work = "".join(f"def {name}(a):\n    return a\n" for name in FUNCTIONS)
    data = f'"""\n{400 * line}"""\n{work}'.encode()
    assert holds(data, FUNCTIONS).defined == set(FUNCTIONS)
    assert all(defines(data, [name]) for name in FUNCTIONS)


def test_what_may_belong_to_many_stubs_is_not_read_for_each() -> None:
    text = 15 * "def sigmoid(a):\n    raise NotImplementedError\n" + " \n" * 100_000
    blocks = list(content._blocks(text, "sigmoid"))
    assert len(blocks) == 15
    assert max(map(len, blocks)) <= content._MAX_BLOCK
    assert written(text.encode(), FUNCTIONS) == set()


def test_a_large_notebook_of_nothing_but_lists_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b'{"cells": [{"source": "x = 1"}' + b",[]" * 5_000 + b"]}"
    assert list(sources(data)) == ["x = 1"]
    monkeypatch.setattr(content, "MAX_LOOKED_INTO", len(data) - 1)
    assert list(sources(data)) == ["x = 1"]
    monkeypatch.setattr(content, "MAX_PARTS", 5_000)
    assert list(sources(data)) == []
    assert pieces("a.ipynb", data) == []


def test_of_many_functions_the_first_are_compared() -> None:
    text = "".join(f"def f{n}(a):\n    return a\n" for n in range(likeness.MAX_FUNCTIONS + 5))
    found = functions_written([HandIn("", "a.py", text.encode())] * 2, FUNCTIONS)
    assert len(found.others) == likeness.MAX_FUNCTIONS
    assert not found.whole
    assert functions_written([HandIn("", "a.py", text[:1000].encode())], FUNCTIONS).whole


def test_a_person_is_told_of_what_is_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "initializers.py"
    work = "import numpy as np\ndef zeros_init(m, n):\n    return np.zeros((m, n))\n"
    for times, told in ((1, []), (likeness.MAX_FUNCTIONS + 1, ["not-compared"])):
        path.write_text(times * work, encoding="utf-8")
        notes = grade(path).notes
        assert [note.kind for note in notes if note.inside] == told


def test_of_a_long_function_the_beginning_is_compared() -> None:
    text = "def f(a):\n" + "    a = a + 1\n" * MAX_FUNCTION
    (words,) = functions_written([HandIn("", "a.py", text.encode())], FUNCTIONS).others
    assert 4 * MAX_FUNCTION // 14 < len(words) <= 5 * MAX_FUNCTION // 14 + 5


def test_of_functions_within_functions_the_first_are_compared() -> None:
    heads = "".join(f"{' ' * depth}def f{depth}(a):\n" for depth in range(40))
    text = heads + "".join(f"{' ' * 40}a = b{line} + 1\n" for line in range(1_000))
    found = functions_written([HandIn("", "a.py", text.encode())], FUNCTIONS)
    assert sum(map(len, found.others)) < likeness.MAX_BODIES
    assert not found.whole
    likeness._words_of.cache_clear()
    functions_written([HandIn("", "a.py", text.encode())], FUNCTIONS)
    assert not likeness._words_of.cache_info().currsize

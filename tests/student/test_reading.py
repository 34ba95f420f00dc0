"""Files are read as their writers meant them."""

import json
import sys
from typing import Any

import pytest

from autograder.student.guest.cells import UnreadableFile
from autograder.student.guest.loading import load
from autograder.student.guest.reading import read


@pytest.fixture(autouse=True)
def own_main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook is loaded as `__main__`; whoever starts processes later needs the real one."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


def values(name: str, data: bytes, skip: set[int] = frozenset()) -> dict[str, Any]:
    return vars(load("exercise", name, data, skip, lambda number: None).module)


def complaints(name: str, data: bytes) -> list[tuple[int, int, str]]:
    loaded = load("exercise", name, data, frozenset(), lambda number: None)
    return [(c.cell, c.line, c.text) for c in loaded.complaints]


def notebook(*sources: Any, **extra: Any) -> bytes:
    cells = [{"cell_type": "code", "source": source} for source in sources]
    return json.dumps({"cells": cells, "nbformat": 4, "metadata": {}, **extra}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"x = 1\r\ny = 'a'\r\n",
        b"\xef\xbb\xbfx = 1\ny = 'a'\n",
        b"x = 1\ry = 'a'\r",
        b"if True:\n\tx = 1\ny = 'a'",
        "# -*- coding: latin-1 -*-\nx = 1\ny = 'a'  # é".encode("latin-1"),
        b"x = 1  # \xe9, in no declared encoding\ny = 'a'\n",
        "x = 1\ny = 'a'".encode("utf-16"),
    ],
)
def test_any_ordinary_encoding_is_read(data: bytes) -> None:
    bound = values("exercise.py", data)
    assert (bound["x"], bound["y"]) == (1, "a")


def test_a_statement_that_fails_stops_only_itself_in_a_script() -> None:
    data = b"x = 1\nraise SystemExit\ny = 2\nx = undefined\n1/0\nx = 3\n"
    assert (values("e.py", data)["x"], values("e.py", data)["y"]) == (3, 2)
    assert [(line, text.partition(":")[0]) for _, line, text in complaints("e.py", data)] == [
        (2, "SystemExit"),
        (4, "NameError"),
        (5, "ZeroDivisionError"),
    ]


def test_a_statement_that_fails_stops_its_cell_in_a_notebook() -> None:
    bound = values("e.ipynb", notebook("x = 1\n1/0\nx = 2", "y = 3"))
    assert (bound["x"], bound["y"]) == (1, 3)


def test_a_syntax_error_costs_its_own_cell_and_says_where() -> None:
    data = b"# %%\nx = 1\n# %%\ny = = 2\n# %%\nz = 3\n"
    bound = values("e.py", data)
    assert bound["x"] == 1
    assert bound["z"] == 3
    assert "y" not in bound
    assert complaints("e.py", data)[0][:2] == (0, 4)
    assert "syntax error at column 5" in complaints("e.py", data)[0][2]


@pytest.mark.parametrize("name", ["e.py", "e.ipynb"])
@pytest.mark.parametrize(
    "source",
    [
        "def f():\n\u00a0\u00a0\u00a0\u00a0return 1\n\u200bx = f()\ny = 'a\u00a0b'",
        "def f():\n\u200b    return 1\n\u2028\nx = f()\n\u2028\ny = 'a\u00a0b'",
        "\u200bdef f():\n    return len(\u201ca\u201d)\nx = f()\ny = 'a\u00a0b'",
        "f = lambda: len(\u2018a\u2019)\n\ufeffx\u2060 = f()\ny = 'a\u00a0b'",
    ],
)
def test_what_pasting_makes_of_spaces_and_quotes_is_read_and_said_once(
    source: str, name: str
) -> None:
    data = notebook(source) if name == "e.ipynb" else source.encode()
    bound = values(name, data)
    assert (bound["x"], bound["y"]) == (1, "a\u00a0b")  # of what Python can read nothing changes
    [(_, _, said)] = complaints(name, data)
    assert said.startswith("spaces or quotes that Python cannot read")


def test_a_skipped_statement_does_not_run() -> None:
    assert values("e.py", b"x = 1\nx = 2\n", {1})["x"] == 1


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("%matplotlib inline\nx = 1", 1),
        ("!pip install numpy\nx = 1", 1),
        ("files = !ls\nx = len(files)", 0),
        ("%timeit 1 + 1\nx = 1", 1),
        ("if True:\n    %cd somewhere\n    x = 1", 1),
        ("x = (7\n% 4)", 3),
        ('x = """\n%not magic\n!nor this\n"""', "\n%not magic\n!nor this\n"),
        ("?print\nprint?\nx = 1", 1),
        ("!echo it's open\nx = 1", 1),
        ("!echo a \\\n  b c d(\nx = 1", 1),
        ("%%time\nx = 1", 1),
        ("\n%%capture out\nx = 1", 1),
        ("    x = 1\n    y = 2", 1),
        (["x = ", "1\n"], 1),
        ("import asyncio\nawait asyncio.sleep(0.001)\nx = 1", 1),
        ("from __future__ import annotations\nx = 1", 1),
    ],
)
def test_cells_are_read_as_a_notebook_reads_them(source: Any, expected: Any) -> None:
    assert values("e.ipynb", notebook(source))["x"] == expected


@pytest.mark.parametrize("source", ["%%bash\nx = 1", "%%writefile e.py\nx = 1", "%%html\n<x = 1>"])
def test_cells_in_other_languages_are_skipped(source: str) -> None:
    assert "x" not in values("e.ipynb", notebook(source))


def test_future_imports_last_for_the_later_cells() -> None:
    data = notebook("from __future__ import annotations", "def f(x: unknown) -> other: return x")
    assert values("e.ipynb", data)["f"](3) == 3


def test_old_and_odd_notebooks_are_read() -> None:
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1"]}]}]}
    assert values("e.ipynb", json.dumps(old).encode())["x"] == 1
    odd = notebook("x = 1", 5, None, {"no": "text"})
    assert values("e.ipynb", b"\xef\xbb\xbf" + odd)["x"] == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("e.ipynb", b"not json", "not JSON"),
        ("e.ipynb", b"[1, 2]", "no list of cells"),
        ("e.ipynb", b"[" * 200_000, "nested too deep"),
        ("e.py", b"x = 1\0\ny = 2", "NUL"),
        ("e.py", b"#" * 2_000_000, "more than"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read(name, data)


def test_endless_nesting_is_a_syntax_error() -> None:
    reading = read("e.py", b"x = " + b"(" * 5_000 + b")" * 5_000)
    assert reading.statements == []
    assert "syntax error" in reading.complaints[0].text


def test_cells_beyond_the_limit_are_left_out_and_said_so() -> None:
    reading = read("e.ipynb", notebook(*["pass"] * 2_500))
    assert len(reading.statements) == 2_000
    assert "2,500 cells" in reading.complaints[0].text


def test_main_is_a_notebook_and_not_a_script() -> None:
    source = "x = __name__"
    assert values("e.py", source.encode())["x"] == "exercise"
    assert values("e.ipynb", notebook(source))["x"] == "__main__"


def test_a_cell_of_another_language_ends_where_python_begins() -> None:
    data = b"%%html\n<b>x</b>\n%%bash\nls it's\nimport numpy as np\n!ls\n%%sh\nls (\ndef f(x): 1\n"
    bound = values("e.txt", data)
    assert "np" in bound
    assert "f" in bound
    assert complaints("e.txt", data) == []

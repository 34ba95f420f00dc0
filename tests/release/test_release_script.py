"""Reading and writing percent scripts."""

from pathlib import Path

import pytest

from autograder.release.errors import ReleaseError
from autograder.release.script import parse_script, read_script

from .lessons import NAMES, SOLUTIONS, scripts

HERE = Path("lesson.py")


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_written_as_it_was_read(name):
    text = (SOLUTIONS / f"{name}.py").read_text(encoding="utf-8")
    script = scripts()[name]
    assert script.text() == text
    assert parse_script(script.path, script.text()) == script


def test_cells_know_their_kind_text_and_line():
    script = parse_script(
        HERE,
        "# %% [markdown]\n# # Title\n#\n# Text.\n\n# %%\nx = 1\n\n\n"
        "# %% [markdown] answer=why points=2.5\n# Because.\n# %% [markdown] check=both\n# Both.\n",
    )
    assert [cell.kind for cell in script.cells] == ["markdown", "code", "markdown", "markdown"]
    assert [cell.source for cell in script.cells] == [
        "# Title\n\nText.",
        "x = 1",
        "Because.",
        "Both.",
    ]
    assert [cell.line for cell in script.cells] == [2, 7, 11, 13]
    assert [cell.gap for cell in script.cells] == [1, 2, 0, 0]
    answer, both = script.cells[2:]
    assert (answer.answer, answer.points, answer.check) == ("why", 2.5, None)
    assert (both.answer, both.check) == (None, "both")


@pytest.mark.parametrize(
    "header",
    [
        "#%%",
        "# %%  ",
        "# %% [Markdown]",
        "# %% [markdwon]",
        "# %%[markdown]",
        "#  %% [markdown]",
        "# % % [markdown]",
        "## %%",
        "  # %%",
        "# %% [code]",
        "# %% a title",
        "# %% [markdown] answer=why",
        "# %% [markdown] answer=Why points=3",
        "# %% [markdown] answer=why points=many",
    ],
)
def test_a_header_that_is_nearly_one_is_refused(header):
    with pytest.raises(ReleaseError, match="looks like the header of a cell") as caught:
        parse_script(HERE, f"# %%\nx = 1\n{header}\n# text\n")
    assert (caught.value.path, caught.value.line) == (HERE, 3)
    assert str(caught.value).startswith("lesson.py:3: ")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("import os\n# %%\n", 1, 'before the first "# %%"'),
        ("", None, "at least one cell"),
        ("# %% [markdown]\n# text\nx = 1\n", 3, "begins with"),
        ("# %% [markdown]\n#text\n", 2, "begins with"),
        ("# %%\nx = 1\ny = (\n", 3, "not Python"),
        ("# %%\nx = '''\n# %%\n'''\n", 2, "not Python"),
        ("# %%\nx = 1\n%matplotlib inline\n", 3, "not Python"),
    ],
)
def test_what_is_no_script_is_refused_with_its_line(text, line, words):
    with pytest.raises(ReleaseError, match=words) as caught:
        parse_script(HERE, text)
    assert caught.value.line == line


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    path = tmp_path / "lesson.py"
    path.write_bytes(b"# %%\nx = '\xe9'\n")
    with pytest.raises(ReleaseError, match="not UTF-8"):
        read_script(path)


def test_windows_line_ends_read_alike(tmp_path):
    path = tmp_path / "lesson.py"
    path.write_bytes(b"# %%\r\nx = 1\r\n")
    assert read_script(path).text() == "# %%\nx = 1\n"

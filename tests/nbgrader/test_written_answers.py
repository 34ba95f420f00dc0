"""A written answer is found wherever it stands, with its pictures; else a person looks."""

import base64
import json
import re
from typing import Any

import pytest
from nbconvert.filters import markdown2html

from autograder.handins.submission import HandIn
from autograder.nbgrader.course_folders import ReleasedNotebook
from autograder.nbgrader.function_scores import harmless
from autograder.nbgrader.graded_notebook import CUT, MAX_REST, MAX_SHOWN, filled_in
from autograder.release.stubs import INVITATION
from tests.nbgrader.conftest import ANSWER, NAME, ROOT

SAID = "Equal neurons get equal gradients, so a step leaves them equal."
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(40)).decode()
EXERCISES = ROOT / "exercises" / NAME
STUB = (EXERCISES / "backprop.py").read_text(encoding="utf-8")
TEXT = (EXERCISES / "backprop.ipynb").read_text(encoding="utf-8")
MASTER = ReleasedNotebook("backprop", json.loads(TEXT))


def answer_of(*files: tuple[str, str | bytes]) -> tuple[Any, tuple[float | None, bool], str]:
    """The graded cell, its marks and its comment."""
    handed_in = tuple(
        HandIn("backprop", name, data.encode() if isinstance(data, str) else data)
        for name, data in files
    )
    text, marks = filled_in(MASTER, handed_in, {}, "")
    (cell,) = [c for c in json.loads(text)["cells"] if name_of(c) == ANSWER]
    return cell, marks.grades[ANSWER], marks.comments[ANSWER] or ""


def name_of(cell: Any) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def notebook(change: Any) -> tuple[str, str]:
    """The stub's notebook after `change(cells, index of the answer)`."""
    book = json.loads(TEXT)
    place = next(i for i, cell in enumerate(book["cells"]) if name_of(cell) == ANSWER)
    change(book["cells"], place)
    return "backprop.ipynb", json.dumps(book)


def own(text: str, kind: str = "markdown", **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "id": "own", "metadata": {}, "source": text, **more}


def in_its_cell(cells: list[Any], place: int) -> None:
    cells[place]["source"] = SAID


def retyped_as_code(cells: list[Any], place: int) -> None:
    cells[place] |= {"cell_type": "code", "source": [SAID], "outputs": [], "execution_count": None}


def retyped_as_raw(cells: list[Any], place: int) -> None:
    cells[place] |= {"cell_type": "raw", "source": SAID}


def in_a_cell_behind(cells: list[Any], place: int) -> None:
    cells.insert(place + 1, own(SAID))


def in_a_cell_before(cells: list[Any], place: int) -> None:
    cells.insert(place, own(SAID))


def in_a_raw_cell(cells: list[Any], place: int) -> None:
    cells.insert(place + 1, own(SAID, "raw"))


def its_cell_emptied(cells: list[Any], place: int) -> None:
    cells[place]["source"] = ""
    cells.append(own(SAID))


def its_cell_deleted(cells: list[Any], place: int) -> None:
    cells[place] = own(SAID)


def split_in_two(cells: list[Any], place: int) -> None:
    half = len(SAID) // 2
    cells[place]["source"] = SAID[:half]
    cells.insert(place + 1, own(SAID[half:]))


@pytest.mark.parametrize(
    "change",
    [
        in_its_cell, retyped_as_code, retyped_as_raw, in_a_cell_behind, in_a_cell_before,
        in_a_raw_cell, its_cell_emptied, its_cell_deleted, split_in_two,
    ],
)  # fmt: skip
def test_it_is_found_in_any_cell(change: Any) -> None:
    cell, mark, _ = answer_of(notebook(change))
    assert cell["source"].replace("\n\n", "") == SAID
    assert mark == (None, True)


def percent(text: str) -> str:
    return text.replace(f"# {INVITATION}", f"# {SAID}")


def without_names(text: str) -> str:
    return percent(text).replace(f" answer={ANSWER} points=10", "")


def hydrogen(text: str) -> str:
    return percent(text).replace("# %% [markdown]", "# %% md").replace(" answer=", " ")


def databricks(text: str) -> str:
    lines = ["# Databricks notebook source"]
    kind = ""
    for line in percent(text).split("\n"):
        if line.startswith("# %%"):
            kind = "md" if "markdown" in line else "code"
            lines += ["", "# COMMAND ----------", ""]
            lines += ["# MAGIC %md"] if kind == "md" else []
        else:
            lines.append(f"# MAGIC {line.removeprefix('# ')}" if kind == "md" else line)
    return "\n".join(lines)


def nbconvert(text: str) -> str:
    lines = (("# In[ ]:\n" if "# %%" in line else line) for line in percent(text).split("\n"))
    return "#!/usr/bin/env python\n# coding: utf-8\n" + "\n".join(lines)


def marimo(text: str) -> str:
    lines = ["import marimo", "", "app = marimo.App()", ""]
    kind = ""
    for line in percent(text).split("\n"):
        if line.startswith("# %%"):
            if kind == "md":
                lines += ['    """)', "    return", ""]
            kind = "md" if "markdown" in line else "code"
            lines += ["", "@app.cell", "def _(mo):"] if kind == "md" else []
            lines += ['    mo.md(r"""'] if kind == "md" else []
        else:
            lines.append(f"    {line.removeprefix('# ')}" if kind == "md" else line)
    return "\n".join(lines)


def light(text: str) -> str:
    lines = percent(text).split("\n")
    heads = {"# %% [markdown]": '# + [markdown] nbgrader={"grade": true}', "# %%": "# +"}
    return "\n".join(heads.get(line.partition(" answer=")[0], line) for line in lines)


def markdown(text: str) -> str:
    lines = []
    kind = ""
    for line in percent(text).split("\n"):
        if line.startswith("# %%"):
            lines += ["```"] if kind == "code" else []
            kind = "md" if "markdown" in line else "code"
            lines += ["", "```{python}"] if kind == "code" else [""]
        else:
            lines.append(line.removeprefix("# ") if kind == "md" else line)
    return "\n".join(lines)


@pytest.mark.parametrize(
    "form", [percent, without_names, hydrogen, light, databricks, nbconvert, marimo, markdown]
)
def test_it_is_found_in_every_form_of_script(form: Any) -> None:
    cell, mark, _ = answer_of(("backprop.py", form(STUB)))
    assert cell["source"] == SAID
    assert mark == (None, True)


CODE = "def sigmoid(a):\n    kept = 1 / (1 + np.exp(-a))\n\n    return kept\n"


@pytest.mark.parametrize("between", ["\n\n", "\n# %%\n", "\nimport numpy as np\n\n\n"])
def test_code_below_it_in_a_script_is_no_part_of_it(between: str) -> None:
    handed_in = HandIn("backprop", "backprop.py", (percent(STUB) + between + CODE).encode())
    text, _ = filled_in(MASTER, (handed_in,), {}, "")
    cells = {name_of(cell): cell["source"] for cell in json.loads(text)["cells"]}
    assert cells[ANSWER] == SAID
    assert "kept = 1 / (1 + np.exp(-a))" in cells["sigmoid"]  # what counts is shown
    more = HandIn("backprop", "backprop.py", handed_in.data + b"\n# %% [markdown]\n# And so on.\n")
    text, _ = filled_in(MASTER, (more,), {}, "")
    cells = {name_of(cell): cell["source"] for cell in json.loads(text)["cells"]}
    assert cells[ANSWER].startswith(SAID)
    assert cells[ANSWER].endswith("And so on.")
    assert "kept" not in cells[ANSWER]


@pytest.mark.parametrize("data", [STUB, TEXT])
def test_an_untouched_cell_is_no_answer(data: str) -> None:
    name = "backprop.ipynb" if data is TEXT else "backprop.py"
    cell, mark, comment = answer_of((name, data))
    assert (cell["source"], mark, comment) == (INVITATION, (0.0, False), "No response.")


@pytest.mark.parametrize(
    "files",
    [
        [],
        [("backprop.py", "x = 1\n")],
        [("backprop.ipynb", "{broken")],
        [notebook(lambda cells, place: cells.pop(place))],
        [notebook(lambda cells, place: cells[place].update(source=" "))],
    ],
)
def test_one_that_is_not_found_waits_for_a_person(files: Any) -> None:
    _, mark, comment = answer_of(*files)
    assert mark == (None, True)
    assert "a person" in comment


def with_picture(text: str, attachments: Any) -> tuple[str, str]:
    return notebook(lambda cells, place: cells[place].update(source=text, attachments=attachments))


def test_a_pasted_picture_stays_in_the_answer() -> None:
    pasted = {"my pic.png": {"image/png": PNG}}
    cell, _, _ = answer_of(with_picture("see ![p](attachment:my%20pic.png)", pasted))
    assert cell["source"] == "see ![p](attachment:picture-1.png)"
    assert cell["attachments"] == {"picture-1.png": {"image/png": PNG}}


def test_pictures_of_two_cells_keep_apart() -> None:
    def change(cells: list[Any], place: int) -> None:
        pasted = {"image.png": {"image/png": PNG}}
        cells[place] |= {"source": "![a](attachment:image.png)", "attachments": pasted}
        other = {"image.png": {"image/jpeg": PNG}, "half \ud800.gif": {"image/gif": PNG}}
        cells.insert(place + 1, own("![b](attachment:image.png)", attachments=other))

    cell, _, _ = answer_of(notebook(change))
    assert set(cell["attachments"]) == {"picture-1.png", "picture-2.jpg", "picture-3.gif"}
    assert "![b](attachment:picture-2.jpg)" in cell["source"]


def test_code_and_answers_without_end_are_cut() -> None:
    def change(cells: list[Any], place: int) -> None:
        cells[place]["source"] = SAID + " ![x](attachment:x.png)" * MAX_SHOWN
        cells[place]["attachments"] = {"x.png": {"image/png": PNG}}
        cells.extend(own("x = 1", "code") for _ in range(2 * MAX_REST))
        cells.insert(0, own("sigmoid = " + "1 + " * MAX_SHOWN + "1", "code"))

    name, data = notebook(change)
    text, _ = filled_in(MASTER, (HandIn("backprop", name, data.encode()),), {}, "")
    cells = json.loads(text)["cells"]
    ours = sum(len(str(cell["source"])) for cell in MASTER.book["cells"])
    assert sum(len(str(cell["source"])) for cell in cells) < ours + 2 * MAX_SHOWN + 5_000
    assert len(cells) < len(MASTER.book["cells"]) + MAX_REST + 5
    (answer,) = [str(cell["source"]) for cell in cells if name_of(cell) == ANSWER]
    assert answer.startswith(SAID)
    assert answer.endswith(f"![x](attachment:picture-1.png)\n{CUT}")


@pytest.mark.parametrize(
    "attachments",
    [
        None, [], {}, {"x.png": 3}, {"x.png": {"image/png": 3}}, {"x.png": {"image/png": "%%%"}},
        {"x.svg": {"image/svg+xml": "<svg onload='alert(1)'/>"}}, {"x.png": {"text/html": "<b>"}},
    ],
)  # fmt: skip
def test_what_is_no_picture_is_left_out_and_the_page_is_made(attachments: Any) -> None:
    nbconvert = pytest.importorskip("nbconvert")
    nbformat = pytest.importorskip("nbformat")
    name, text = with_picture(f"{SAID} ![x](attachment:x.png)", attachments)
    cell, mark, _ = answer_of((name, text))
    assert "attachments" not in cell
    assert mark == (None, True)
    book = nbformat.from_dict({**json.loads(TEXT), "cells": [cell]})
    page, _ = nbconvert.HTMLExporter().from_notebook_node(book)
    assert SAID.split(",")[0] in page


@pytest.mark.parametrize("scheme", ["javascript", "JavaScript", "vbscript", "data"])
@pytest.mark.parametrize("link", ["[a](%s)", "[a](<%s>)", "![a](%s)", "<%s>", "[a]: %s\n\n[a]"])
def test_no_link_has_a_scheme_that_runs_something(scheme: str, link: str) -> None:
    page = markdown2html(harmless(link % f"{scheme}:nothing"))
    assert scheme in page
    assert not re.search(rf"(?:href|src)=.?(?:%3c)?{scheme}:", page, re.IGNORECASE), page


@pytest.mark.parametrize("reference", ["&#97;", "&#x61;", "&nbsp;", "&amp;nbsp;"])
def test_no_reference_of_a_character_reaches_a_renderer(reference: str) -> None:
    assert not re.search(r"&(#|\w+;)", harmless(f"x{reference}y"))
    assert harmless("a & b; c") == "a & b; c"


@pytest.mark.parametrize(
    "command", ["href", "mmlToken", "def", "renewcommand", "newenvironment", "DeclareMathOperator"]
)
def test_formulas_make_no_links_and_no_commands(command: str) -> None:
    assert f"\\{command}" not in harmless(f"${{\\{command}{{x}}}}$")
    assert harmless(r"$\hat y & \left(\define a\right)$") == r"$\hat y & \left(\define a\right)$"

"""Odd forms of files in which a right submission can arrive.

A form takes the right text of every exercise (`{"initializers": text, ...}`, percent scripts) and
returns a whole submission, `{relative file name: bytes}`. Whatever the form, the functions that are
bound when the files have been read are the right ones, so every form is worth all the points.

`FORMS` lists them by name. Three kinds: templates for scripts (`forms/scripts/*.txt`), templates
for notebooks (`forms/notebooks/*.txt`), and the functions below, for what a template cannot say:
encodings, the notebook format itself, folders. README.md tells how templates are written.

The module needs the standard library only, and can be loaded from its path alone.
"""

from __future__ import annotations

import ast
import base64
import json
import re
import runpy
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Texts = Mapping[str, str]
Files = dict[str, bytes]
Form = Callable[[Texts], Files]
Cell = dict[str, Any]
Notebook = dict[str, Any]

TEMPLATES = Path(__file__).resolve().parent / "forms"
FORMS: dict[str, Form] = {}

CELL_MARKER = re.compile(r"^# %%(?:[ \t]+(?:\[(?P<kind>\w+)\])?.*)?$", re.MULTILINE)
FIRST_MINOR_WITH_IDS = 5
FUTURE_IMPORT = re.compile(r"^from __future__ import .*\n?", re.MULTILINE)
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
)


def form(build: Form) -> Form:
    """Enter a form in `FORMS` under the name of its function."""
    FORMS[build.__name__] = build
    return build


# ---------------------------------------------------------------- percent scripts and their cells


def cell(kind: str, source: str) -> Cell:
    """A cell as nbformat 4.4 writes it; `kind` is code, markdown or raw."""
    made: Cell = {"cell_type": kind, "metadata": {}, "source": source}
    if kind == "code":
        made |= {"execution_count": None, "outputs": []}
    return made


def cells_of(script: str) -> list[Cell]:
    """The cells of a percent script; text before the first marker is a code cell."""
    marks = list(CELL_MARKER.finditer(script))
    starts = [0] + [mark.end() + 1 for mark in marks]
    ends = [mark.start() for mark in marks] + [len(script)]
    kinds = ["code"] + [mark["kind"] or "code" for mark in marks]
    cells = []
    for kind, start, end in zip(kinds, starts, ends, strict=True):
        source = script[start:end].strip("\n")
        if kind != "code":
            source = re.sub(r"^# ?", "", source, flags=re.MULTILINE)
        if source:
            cells.append(cell(kind, source))
    return cells


def code_of(script: str) -> str:
    """All code of a percent script as one piece."""
    sources = [each["source"] for each in cells_of(script) if each["cell_type"] == "code"]
    return "\n\n\n".join(sources) + "\n"


def functions_of(script: str) -> list[str]:
    """Names of the public functions that a script defines."""
    body = ast.parse(script).body
    found = [node.name for node in body if isinstance(node, ast.FunctionDef)]
    return [name for name in found if not name.startswith("_")]


def stub_of(script: str) -> str:
    """A script with the same names and nothing done."""
    lines = ["PREDICTIONS = {}", ""]
    for name in functions_of(script):
        lines += [
            f"def {name}(*args):",
            f'    raise NotImplementedError("{name}: to be written")',
            "",
        ]
    return "\n".join(lines)


def hoist(script: str) -> tuple[str, str]:
    """Split off the future imports, which may stand only at the very top."""
    return "".join(FUTURE_IMPORT.findall(script)), FUTURE_IMPORT.sub("", script)


# ---------------------------------------------------------------- templates


def filled(template: str, name: str, code: str) -> str:
    """Put the right code, and what depends on it, into a template."""

    def indented(match: re.Match[str]) -> str:
        return textwrap.indent(code.rstrip("\n"), match[1])

    template = template.replace("{{exercise}}", name).replace("{{blank}}", "")
    template = template.replace("{{functions}}", repr(functions_of(code)))
    return re.sub(r"^([ \t]*)\{\{right\}\}$", indented, template, flags=re.MULTILINE)


def headed(text: str) -> tuple[str, dict[str, str]]:
    """Split a template from the `# word: value` lines at its top."""
    head: dict[str, str] = {}
    while match := re.match(r"# (form|only): (.*)\n", text):
        head[match[1]] = match[2]
        text = text[match.end() :]
    return text, head


def script_form(template: str) -> Form:
    """A form that gives each exercise as a `.py`: the template's code around the right code."""
    body, head = headed(template)

    def build(texts: Texts) -> Files:
        files = {}
        for name, text in texts.items():
            future, code = hoist(code_of(text))
            inside = head.get("only", name) == name
            files[f"{name}.py"] = future + (filled(body, name, code) if inside else code)
        return {name: text.encode() for name, text in files.items()}

    build.__doc__ = head["form"]
    return build


def notebook_form(template: str) -> Form:
    """A form that gives each exercise as an `.ipynb`, the template's cells around its own."""
    body, head = headed(template)

    def build(texts: Texts) -> Files:
        files = {}
        for name, text in texts.items():
            cells: list[Cell] = []
            future, code = hoist(code_of(text))
            if future and "{{right}}" in body:
                cells.append(cell("code", future))
            for each in cells_of(body):
                if each["source"] == "{{cells}}":
                    cells += cells_of(text)
                else:
                    cells.append(each | {"source": filled(each["source"], name, code)})
            files[f"{name}.ipynb"] = dumped(notebook(cells))
        return files

    build.__doc__ = head["form"]
    return build


# ---------------------------------------------------------------- notebooks


def notebook(cells: Iterable[Cell], minor: int = 5) -> Notebook:
    """A notebook of nbformat 4; from 4.5 on its cells carry ids."""
    numbered = [dict(each) for each in cells]
    if minor >= FIRST_MINOR_WITH_IDS:
        numbered = [{"id": f"cell-{number}"} | each for number, each in enumerate(numbered)]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    return {
        "cells": numbered,
        "metadata": {
            "kernelspec": kernel,
            "language_info": {"name": "python", "version": "3.12.3"},
        },
        "nbformat": 4,
        "nbformat_minor": minor,
    }


def dumped(content: Notebook) -> bytes:
    """A notebook as Jupyter writes it to disk."""
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def notebooks(texts: Texts, change: Callable[[Notebook], object], minor: int = 5) -> Files:
    """The exercises as notebooks, each changed in place by `change`."""
    files = {}
    for name, text in texts.items():
        content = notebook(cells_of(text), minor)
        change(content)
        files[f"{name}.ipynb"] = dumped(content)
    return files


def scripts(texts: Texts) -> Files:
    """The exercises as plain scripts."""
    return {f"{name}.py": text.encode() for name, text in texts.items()}


def code_cells(content: Notebook) -> list[Cell]:
    """The code cells of a notebook."""
    return [each for each in content["cells"] if each["cell_type"] == "code"]


# ---------------------------------------------------------------- forms: the bytes of a script


@form
def unchanged_scripts(texts: Texts) -> Files:
    """Scripts just as they are."""
    return scripts(texts)


@form
def crlf(texts: Texts) -> Files:
    """Line ends of Windows."""
    return {name: data.replace(b"\n", b"\r\n") for name, data in scripts(texts).items()}


@form
def cr_only(texts: Texts) -> Files:
    """Line ends of the old Macintosh, which Python reads too."""
    return {name: data.replace(b"\n", b"\r") for name, data in scripts(texts).items()}


@form
def mixed_line_ends(texts: Texts) -> Files:
    """Every other line ends as on Windows."""
    files = {}
    for name, data in scripts(texts).items():
        lines = data.split(b"\n")
        ends = [b"\r\n" if number % 2 else b"\n" for number in range(len(lines))]
        files[name] = b"".join(line + end for line, end in zip(lines, ends, strict=True))
    return files


@form
def byte_order_mark(texts: Texts) -> Files:
    """UTF-8 with a byte order mark, as Notepad saves it."""
    return {name: b"\xef\xbb\xbf" + data for name, data in scripts(texts).items()}


@form
def byte_order_mark_and_cookie(texts: Texts) -> Files:
    """A byte order mark, then a coding line that agrees with it, then Windows line ends."""
    cookie = b"\xef\xbb\xbf# -*- coding: utf-8 -*-\r\n"
    return {name: cookie + data for name, data in crlf(texts).items()}


def recoded(texts: Texts, head: str, encoding: str) -> Files:
    """Scripts in a national encoding; what it cannot spell is escaped (comments and strings)."""
    remark = "\n# écrit à la maison, grâce à Zoë et Jürgen\nauthor = 'Zoë'\n"
    return {
        f"{name}.py": (head + text + remark).encode(encoding, errors="backslashreplace")
        for name, text in texts.items()
    }


@form
def latin_1(texts: Texts) -> Files:
    """Latin-1 with a coding line."""
    return recoded(texts, "# -*- coding: latin-1 -*-\n", "latin-1")


@form
def windows_1252(texts: Texts) -> Files:
    """Windows-1252, told by a line for vim under the shebang."""
    return recoded(texts, "#!/usr/bin/env python3\n# vim: set fileencoding=cp1252 :\n", "cp1252")


@form
def tabs(texts: Texts) -> Files:
    """Indented by tabs."""

    def tabbed(match: re.Match[str]) -> str:
        return "\t" * (len(match[0]) // 4) + " " * (len(match[0]) % 4)

    return {
        f"{name}.py": re.sub(r"^ +", tabbed, text, flags=re.MULTILINE).encode()
        for name, text in texts.items()
    }


@form
def odd_separators(texts: Texts) -> Files:
    """Form feeds between functions; comments with characters at which `splitlines` splits."""
    remark = "# pasted\u2028from a page\x85with odd\x0bline\x1cseparators\u2029= ) (\n"
    return {
        f"{name}.py": (remark + re.sub(r"^def ", "\x0c\ndef ", text, flags=re.MULTILINE)).encode()
        for name, text in texts.items()
    }


@form
def no_last_newline(texts: Texts) -> Files:
    """Blanks at line ends, and the file stops in the middle of its last comment."""
    return {
        f"{name}.py": (re.sub(r"(?<=:)\n", "   \n", text) + "\n    # end of file").encode()
        for name, text in texts.items()
    }


@form
def very_long_file(texts: Texts) -> Files:
    """200 KB of notes in comments, before the code and after it."""
    notes = "# what goes backwards is the slope of the loss, what goes forwards is X\n" * 1450
    return {
        f"{name}.py": (future + notes + code + notes).encode()
        for name, (future, code) in ((name, hoist(text)) for name, text in texts.items())
    }


@form
def very_long_line(texts: Texts) -> Files:
    """A table of 300 KB on one line."""
    table = "digits = [" + ", ".join(str(n) for n in range(52_000)) + "]\n"
    return {f"{name}.py": (text + "\n" + table).encode() for name, text in texts.items()}


@form
def many_helpers(texts: Texts) -> Files:
    """A thousand little functions beside those that are asked."""
    helpers = "".join(f"def helper_{n}(x):\n    return x + {n}\n\n\n" for n in range(1000))
    return {f"{name}.py": (text + "\n\n" + helpers).encode() for name, text in texts.items()}


@form
def packed_source(texts: Texts) -> Files:
    """The code is a base64 text that is decoded and executed."""
    files = {}
    for name, text in texts.items():
        packed = base64.b64encode(text.encode()).decode()
        files[f"{name}.py"] = (
            f'import base64\n\nexec(base64.b64decode("{packed}").decode())\n'.encode()
        )
    return files


# ---------------------------------------------------------------- forms: the notebook format


@form
def notebook_4_5(texts: Texts) -> Files:
    """Notebooks as Jupyter writes them today."""
    return notebooks(texts, lambda content: None)


@form
def notebook_4_4(texts: Texts) -> Files:
    """Notebooks of nbformat 4.4, without cell ids."""
    return notebooks(texts, lambda content: None, minor=4)


@form
def notebook_4_0(texts: Texts) -> Files:
    """Notebooks of nbformat 4.0 with signs of an old kernel."""

    def age(content: Notebook) -> None:
        content["metadata"]["kernelspec"] = {"display_name": "Python 2", "name": "python2"}
        content["metadata"]["signature"] = "sha256:0"

    return notebooks(texts, age, minor=0)


@form
def notebook_3(texts: Texts) -> Files:
    """Notebooks of nbformat 3: worksheets, `input` for `source`, heading cells."""
    files = {}
    for name, text in texts.items():
        old: list[Cell] = [{"cell_type": "heading", "level": 1, "metadata": {}, "source": [name]}]
        for number, each in enumerate(cells_of(text)):
            if each["cell_type"] == "code":
                code = {"cell_type": "code", "collapsed": False, "input": lines_of(each["source"])}
                old.append(
                    code
                    | {"language": "python", "metadata": {}, "outputs": [], "prompt_number": number}
                )
            else:
                old.append(each | {"source": lines_of(each["source"])})
        content = {
            "metadata": {"name": name},
            "nbformat": 3,
            "nbformat_minor": 0,
            "worksheets": [{"cells": old, "metadata": {}}],
        }
        files[f"{name}.ipynb"] = dumped(content)
    return files


def lines_of(source: str) -> list[str]:
    """A source as the list of its lines, as notebooks on disk have it."""
    *lines, last = source.split("\n")
    return [line + "\n" for line in lines] + [last]


@form
def sources_as_lists(texts: Texts) -> Files:
    """Sources are lists of lines; empty cells have empty lists."""

    def split(content: Notebook) -> None:
        content["cells"].append(cell("code", "") | {"id": "last"})
        for each in content["cells"]:
            each["source"] = lines_of(each["source"]) if each["source"] else []

    return notebooks(texts, split)


@form
def missing_cell_ids(texts: Texts) -> Files:
    """Notebooks of nbformat 4.5 without the ids it demands."""

    def forget(content: Notebook) -> None:
        for each in content["cells"]:
            del each["id"]

    return notebooks(texts, forget)


@form
def double_cell_ids(texts: Texts) -> Files:
    """All cells have the same id, as after copying cells by hand."""

    def repeat(content: Notebook) -> None:
        for each in content["cells"]:
            each["id"] = "copied"

    return notebooks(texts, repeat)


@form
def ids_before_4_5(texts: Texts) -> Files:
    """Cell ids in nbformat 4.4, which forbids them, and they are not even strings."""

    def number(content: Notebook) -> None:
        for place, each in enumerate(content["cells"]):
            each["id"] = place

    return notebooks(texts, number, minor=4)


@form
def saved_outputs(texts: Texts) -> Files:
    """Outputs of every kind: text, a picture of 2 MB, HTML, an old traceback."""
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": ["step 0\n", "step 1\n"] * 500},
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": PIXEL + "A" * 2**21}},
        {
            "output_type": "execute_result",
            "execution_count": 3,
            "metadata": {},
            "data": {"text/html": ["<b>0.25</b>"], "text/plain": "0.25"},
        },
        {
            "output_type": "error",
            "ename": "NameError",
            "evalue": "name 'np' is not defined",
            "traceback": ["\u001b[0;31mNameError\u001b[0m: name 'np' is not defined"],
        },
    ]

    def show(content: Notebook) -> None:
        for number, each in enumerate(code_cells(content)):
            each["outputs"], each["execution_count"] = [outputs[number % 4]], 40 - number

    return notebooks(texts, show)


@form
def schema_violations(texts: Texts) -> Files:
    """No metadata, no outputs, fields and kinds of cells that the format does not know."""

    def violate(content: Notebook) -> None:
        del content["metadata"]
        content["theme"] = {"dark": True}
        for number, each in enumerate(content["cells"]):
            del each["metadata"]
            each["colour"] = "green"
            if each["cell_type"] == "code":
                del each["outputs"]
                each["execution_count"] = f"In [{number}]"
        content["cells"].insert(0, {"cell_type": "sql", "source": "select * from students"})
        content["cells"].append({"cell_type": "markdown", "attachments": None, "source": "the end"})

    return notebooks(texts, violate)


@form
def no_minor_version(texts: Texts) -> Files:
    """The notebook says 4 and not 4 point what."""
    return notebooks(texts, lambda content: content.pop("nbformat_minor"), minor=4)


@form
def notebook_byte_order_mark(texts: Texts) -> Files:
    """A byte order mark in front of the JSON."""
    return {name: b"\xef\xbb\xbf" + data for name, data in notebook_4_5(texts).items()}


@form
def notebook_on_one_line(texts: Texts) -> Files:
    """JSON without line ends or blanks, everything beyond ASCII escaped, keys in another order."""
    return {
        name: json.dumps(json.loads(data), separators=(",", ":"), sort_keys=True).encode()
        for name, data in notebook_4_5(texts).items()
    }


@form
def windows_line_ends_in_cells(texts: Texts) -> Files:
    """Sources with the line ends of Windows inside the JSON, and around it."""

    def windows(content: Notebook) -> None:
        for each in content["cells"]:
            each["source"] = each["source"].replace("\n", "\r\n")

    return {name: data.replace(b"\n", b"\r\n") for name, data in notebooks(texts, windows).items()}


@form
def one_cell(texts: Texts) -> Files:
    """All code in a single cell."""
    return {
        f"{name}.ipynb": dumped(notebook([cell("code", code_of(text))]))
        for name, text in texts.items()
    }


@form
def one_cell_a_statement(texts: Texts) -> Files:
    """Every import, table and function in a cell of its own."""
    files = {}
    for name, text in texts.items():
        lines, body = text.split("\n"), ast.parse(text).body
        firsts = [
            min([node.lineno, *(mark.lineno for mark in getattr(node, "decorator_list", []))])
            for node in body
        ]
        spans = zip([1, *firsts[1:]], [*firsts[1:], len(lines) + 1], strict=True)
        pieces = ["\n".join(lines[start - 1 : end - 1]) for start, end in spans]
        files[f"{name}.ipynb"] = dumped(notebook(cell("code", piece) for piece in pieces))
    return files


@form
def nbgrader_metadata(texts: Texts) -> Files:
    """Cells carry nbgrader's marks, ids that are gone from the release, and editors' tags."""

    def mark(content: Notebook) -> None:
        for number, each in enumerate(content["cells"]):
            each["metadata"] = {
                "nbgrader": {
                    "grade": number % 2 == 0,
                    "grade_id": f"cell-{number // 2}",
                    "locked": True,
                    "schema_version": 3,
                    "solution": False,
                    "task": False,
                },
                "collapsed": True,
                "deletable": False,
                "tags": ["hide-input", "raises-exception"],
            }

    return notebooks(texts, mark)


@form
def from_colab(texts: Texts) -> Files:
    """Notebooks as Colab saves them: ids in the metadata, form cells, no kernel."""

    def colab(content: Notebook) -> None:
        content["metadata"] = {
            "colab": {"provenance": [], "toc_visible": True},
            "accelerator": "GPU",
        }
        for number, each in enumerate(content["cells"]):
            each["metadata"] = {"id": f"qX{number}", "cellView": "form"}
        drive = "try:\n    from google.colab import drive\nexcept ImportError:\n    pass"
        content["cells"].insert(0, cell("code", "#@title Mount the drive\n" + drive))

    return notebooks(texts, colab, minor=0)


# ---------------------------------------------------------------- forms: folders


@form
def in_the_assignment_folder(texts: Texts) -> Files:
    """Files in weight_init/, as nbgrader collects them."""
    return {f"weight_init/{name}": data for name, data in scripts(texts).items()}


@form
def notebooks_in_the_assignment_folder(texts: Texts) -> Files:
    """Notebooks in weight_init/."""
    return {f"weight_init/{name}": data for name, data in notebook_4_5(texts).items()}


@form
def mixed_forms(texts: Texts) -> Files:
    """Scripts and notebooks by turns, by turns at the top and in weight_init/."""
    files: Files = {}
    for number, (name, text) in enumerate(texts.items()):
        made = (notebook_4_4 if number % 2 else scripts)({name: text})
        folder = "weight_init/" if number else ""
        files |= {folder + file: data for file, data in made.items()}
    return files


@form
def both_forms(texts: Texts) -> Files:
    """Every exercise twice, both right."""
    return scripts(texts) | notebook_4_5(texts)


@form
def stub_script_and_right_notebook(texts: Texts) -> Files:
    """The script is still the stub, the work is in the notebook."""
    return scripts({name: stub_of(text) for name, text in texts.items()}) | notebook_4_5(texts)


@form
def stub_notebook_and_right_script(texts: Texts) -> Files:
    """The notebook is still the stub, the work is in the script."""
    return notebook_4_5({name: stub_of(text) for name, text in texts.items()}) | scripts(texts)


@form
def syntax_error_and_right_notebook(texts: Texts) -> Files:
    """The script does not parse, the notebook is right."""
    broken = {name: text + "\ndef unfinished(:\n" for name, text in texts.items()}
    return scripts(broken) | notebook_4_5(texts)


@form
def cut_off_notebook_and_right_script(texts: Texts) -> Files:
    """The notebook is half a file (an upload that stopped), the script is right."""
    halves = {name: data[: len(data) // 2] for name, data in notebook_4_5(texts).items()}
    return halves | scripts(texts)


@form
def empty_files_beside(texts: Texts) -> Files:
    """Files of no bytes at the top, the right ones in weight_init/."""
    empty = {name: b"" for name in [*scripts(texts), *notebook_4_5(texts)]}
    return empty | in_the_assignment_folder(texts)


@form
def stubs_at_the_top(texts: Texts) -> Files:
    """Stubs at the top, right scripts in weight_init/."""
    stubs = scripts({name: stub_of(text) for name, text in texts.items()})
    return stubs | in_the_assignment_folder(texts)


@form
def stubs_in_the_assignment_folder(texts: Texts) -> Files:
    """Right notebooks at the top, stubs in weight_init/."""
    stubs = in_the_assignment_folder({name: stub_of(text) for name, text in texts.items()})
    return stubs | notebook_4_5(texts)


@form
def stray_files(texts: Texts) -> Files:
    """What file managers, editors and version control leave behind."""
    return scripts(texts) | {
        ".DS_Store": b"\x00\x00\x00\x01Bud1" + bytes(200),
        "._backprop.py": b"\x00\x05\x16\x07" + bytes(60),
        "__MACOSX/weight_init/._initializers.ipynb": b"\x00\x05\x16\x07" + bytes(60),
        "Thumbs.db": b"\xd0\xcf\x11\xe0",
        "README.md": "# My solution\nSee backprop.py. Ça marche!\n".encode("latin-1"),
        "data.csv": b"x,y\n1,2\n",
        "notes.ipynb": b'{"cells": [',
        "backprop.py.orig": b"<<<<<<< HEAD\n",
        "__pycache__/backprop.cpython-312.pyc": b"\xcb\x0d\x0d\x0a" + bytes(40),
        "weight_init/__init__.py": b"raise RuntimeError('imported the folder')\n",
        "weight_init/figures/loss.png": base64.b64decode(PIXEL + "ggg="),
        ".git/config": b"[core]\n",
    }


@form
def stray_modules(texts: Texts) -> Files:
    """Own files with the names of modules that the exercises or the tests import."""
    trap = b"raise RuntimeError('this file is not part of the exercise')\n"
    names = ["numpy", "math", "random", "json", "typing", "autograder", "matplotlib", "conftest"]
    return scripts(texts) | {f"{name}.py": trap for name in names}


@form
def backups(texts: Texts) -> Files:
    """Old, wrong versions in other folders and under other names."""
    old = {name: stub_of(text) for name, text in texts.items()}
    files = dict(notebook_4_5(texts))
    checkpoints = (".ipynb_checkpoints/", "weight_init/.ipynb_checkpoints/")
    for folder in ("old/", "backup/weight_init/", *checkpoints):
        for name, data in (scripts(old) | notebook_4_5(old)).items():
            files[folder + name.replace(".ipynb", "-checkpoint.ipynb")] = data
    for name, data in scripts(old).items():
        files[name.replace(".py", " (1).py")] = data
        files[name.replace(".py", "_old.py")] = data
    return files


# ---------------------------------------------------------------- forms: as tools write scripts


def tool_form(write: Callable[[str, list[tuple[str, str]]], str]) -> Form:
    """A form that gives each exercise as the `.py` that a tool writes; see tools.py."""

    def build(texts: Texts) -> Files:
        files = {}
        for name, text in texts.items():
            cells = [(each["cell_type"], each["source"]) for each in cells_of(text)]
            files[f"{name}.py"] = write(name, cells).encode()
        return files

    build.__doc__ = write.__doc__
    return build


_writers = runpy.run_path(str(TEMPLATES.with_name("tools.py")))["WRITERS"]
FORMS.update({name: tool_form(write) for name, write in _writers.items()})
for _path in sorted((TEMPLATES / "scripts").glob("*.txt")):
    FORMS[_path.stem] = script_form(_path.read_text(encoding="utf-8"))
for _path in sorted((TEMPLATES / "notebooks").glob("*.txt")):
    FORMS[_path.stem] = notebook_form(_path.read_text(encoding="utf-8"))

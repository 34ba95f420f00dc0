"""Code made straight of text is the code that is made of syntax trees."""

import ast
from types import CodeType

import pytest

from autograder.student.guest.cells import Cell
from autograder.student.guest.compiling import Compiler
from tests import corpora

TEXTS = {
    **corpora.right_texts(),
    **{o.path.stem: o.path.read_text() for o in list(corpora.wrong_overlays())[::20]},
}
ODD = """'''A text
of two lines; really'''
import math, \\
    os
@staticmethod
# between
@property
def f(a=(1,
), b={
}):
    '''x; y'''
    return a; pass
async def g(): await f()
if f:
    a = 1; b = 2
# about the other case
else:
    a = 3
try: pass
except ValueError: pass
finally: pass
match = [
    1,
]
for x in match: x; x
lambda: (yield)
"""


def by_tree(compiler: Compiler, text: str) -> list[CodeType]:
    return [
        compile(ast.Module([node], []), "e.py", "exec", compiler.flags, dont_inherit=True)
        for node in ast.parse(text).body
    ]


def told(code: CodeType) -> list[object]:
    """Everything that a code object does, and where its lines are."""
    consts = [told(c) if isinstance(c, CodeType) else c for c in code.co_consts]
    lines = [place for place in code.co_positions() if place[0]]
    return [code.co_code, code.co_names, code.co_varnames, code.co_flags, str(consts), lines]


@pytest.mark.parametrize("name", TEXTS)
def test_text_and_tree_are_the_same_code(name: str) -> None:
    compiler = Compiler("e.py", [TEXTS[name]])
    found = compiler.statements(Cell(TEXTS[name], 0))
    assert found is not None
    expected = by_tree(compiler, TEXTS[name])
    assert [told(s.code) for s in found if s.code] == [told(code) for code in expected]
    assert [s.node.lineno for s in found] == [n.lineno for n in ast.parse(TEXTS[name]).body]


def test_statements_are_told_apart_whatever_their_lines_begin_with() -> None:
    text = ODD.partition("import")[2].join(["import", ""])  # a text of two lines is cut in two
    compiler = Compiler("e.py", [text])
    found = compiler.statements(Cell(text, 0))
    assert found is not None
    assert [told(s.code) for s in found if s.code] == [
        told(code) for code in by_tree(compiler, text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        ODD,
        "x = 1; y = 2",
        "x = (1,\n2); y = 3",
        "match = 1; x = 2",
        "x = [\n1,\n2]\nx = \\\n3",
        "    x = 1\n    y = 2",
        "x = 1\n  y = 2",
        "x = 1\n \fy = 2",
        "x = 1\ry = 2",
        "x = = 1",
        "return 5",
        "from __future__ import annotations\nx = 1",
        "# nothing",
        "",
        "x\n" * 1000,
    ],
)
def test_what_is_odd_goes_the_long_way(text: str) -> None:
    assert Compiler("e.py", [text]).statements(Cell(text, 0)) is None


def test_a_line_that_joins_nothing_is_no_statement() -> None:
    text = "import math\n# -\n\\\n\n# +\nx = 1\n"
    found = Compiler("e.py", [text]).statements(Cell(text, 0))
    assert found is not None
    assert [statement.node.lineno for statement in found] == [1, 6]


def test_what_only_defines_or_imports_is_harmless() -> None:
    text = "import os\n\ndef f(): pass\n@f\ndef g(): pass\nclass A: pass\nx = 1\n"
    found = Compiler("e.py", [text]).statements(Cell(text, 0, 7))
    assert found is not None
    assert [s.harmless for s in found] == [True, True, False, False, False]
    assert [s.node.lineno for s in found] == [7, 9, 11, 12, 13]
    assert [s.harmless for s in found] == [True, True, False, False, False]

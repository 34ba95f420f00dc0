"""Cells: printable, never a formula, numbers as numbers."""

import csv
import html
import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.catalogue import find_assignment
from autograder.model import Report, Status
from autograder.results.scores import score_lines
from autograder.showing import (
    code_line,
    csv_text,
    lines_shown,
    plain_number,
    prose,
    safe,
    safe_html,
    shown,
)
from tests.exports.conftest import HOSTILE

BEGINS_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
# Everything that matters for formulas and quoting, and a few characters that do not.
texts = st.text(st.sampled_from("=+-@＝＋－＠,;|\t\r\n\"' aé0\x00\x1b\u2028\ud800\\")) | st.text()


def cells_as_any_program_may_see_them(data: str) -> list[str]:
    """By the rules of RFC 4180, and by programs that split elsewhere or do not know quotes."""
    seen = [cell for row in csv.reader(io.StringIO(data, newline="")) for cell in row]
    for separator in ",;|\t":
        for line in re.split(r"[\r\n]+", data):
            seen += [piece.strip('"') for piece in line.split(separator)]
            seen += next(csv.reader([line], delimiter=separator), [])
    return seen


@given(texts)
def test_no_text_begins_a_formula_however_it_is_read(text):
    for cell in cells_as_any_program_may_see_them(csv_text([[safe(text), 1]])):
        assert not BEGINS_FORMULA.match(cell), (text, cell)


@given(texts)
def test_no_html_begins_a_formula_and_none_of_it_is_markup(text):
    cell = "<p>" + safe_html(lines_shown(text))
    for seen in cells_as_any_program_may_see_them(csv_text([[cell]])):
        assert not BEGINS_FORMULA.match(seen), (text, seen)
    assert re.sub(r"<br />", "", cell[3:]).count("<") == 0
    assert html.unescape(cell[3:].replace("<br />", "\n")) == lines_shown(text)


@given(texts)
def test_every_text_is_shown_in_one_printable_line(text):
    joiners = "\u200c\u200d"
    for line in (shown(text, 200), prose(text, 200), code_line(text, 200)):
        assert len(line) <= 200
        assert all(unicodedata.category(c)[0] != "C" or c in joiners for c in line)
        assert not set(line) & set("\u2028\u2029")
        line.encode("utf-8")


@pytest.mark.parametrize(
    "name", ["Ann", "Zoë Ångström", "李雷", "علی\u200cرضا", "O'Brien-Smith", "a b"]
)
def test_honest_names_stay_as_they_are(name):
    assert shown(name) == safe(name) == prose(name) == name


def test_different_names_look_different():
    assert len({shown(name) for name in HOSTILE}) == len(HOSTILE)
    assert shown("x" * 5000) != shown("x" * 5001)
    assert shown("caf\udce9") != shown("caf\udce8")


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (2.5, "2.5"), (0.1 + 0.2, "0.3"), (100, "100"), (-1.0, "-1")]
)
def test_numbers_stay_numbers(value, text):
    assert csv_text([[plain_number(value), "3"]]) == f'{text},"3"\r\n'


def test_lines_stay_lines():
    assert lines_shown("a\nb\x1b\r") == "a\nb\\x1b\\r"


def test_sentences_are_one_line_and_code_keeps_its_blanks():
    assert prose("a\x1b[31m\n b\u202ec\u2028d ") == "a\\x1b[31m b\\u202ec d"
    assert prose("x" * 50, 10) == "xxxxxxxxx…"
    assert code_line("\treturn  a\u202e", 160) == "    return  a\\u202e"


@pytest.mark.parametrize("name", ["＝1+1", "  =1+1", "\t@x", "a,=1", "'=1"])
def test_the_table_of_scores_guards_names_as_every_export_does(name):
    report = Report(name, "weight_init", Status.GRADED, 1, "0")
    _, line = score_lines([report], find_assignment("weight_init"))
    (cell, *_) = next(csv.reader([line]))
    assert cell == safe(name)
    assert not BEGINS_FORMULA.match(cell)

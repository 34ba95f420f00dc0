"""Reports to export: small ones made by hand, under the names that students give their folders."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from autograder.messages import Message
from autograder.model import CheckResult, Outcome, Report, Status

CHECKS = (
    CheckResult("a.f.holds", "a", "f", 60.0, 60.0, Outcome.PASSED),
    CheckResult(
        "a.f.is_new", "a", "f", 10.0, 2.5, Outcome.FAILED,
        Message("f(1)", "<b>no</b>; \"=cmd|' /C calc'!A0\"\x1b[31m"), "returns-shared-array",
    ),
    CheckResult("a.g.holds", "a", "g", 20.0, 0.0, Outcome.BROKEN, Message(observed="our fault")),
    CheckResult(
        "claims.c.holds", "claims", "c", 10.0, 0.0, Outcome.BLOCKED, Message(expected="f first")
    ),
)  # fmt: skip
SCORE = 62.5

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    '"=1+1',
    "'=1+1",
    "x,=1+1",
    "x;=1+1",
    'x","=1+1',
    "x\n=1+1",
    "\uff1d1+1",
    "../../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    "~root",
    "C:\\Windows\\x",
    "CON",
    "nul.txt",
    "a/b\\c",
    "nul\x00byte",
    "\x1b]0;owned\x07\x1b[2J",
    "<script>alert(1)</script>",
    "&lt;b&gt; ]]> <!-- <![CDATA[",
    "caf\udce9",
    "lone \ud800 surrogate",
    "right \u202e to left",
    "line\u2028separator\u2029\x85",
    "not a character \ufffe\uffff",
    "n" * 5000,
    "é" * 300,
    "0",
    " ",
    "    Points Possible",
    "Student",
    "trailing dot.",
    "$(touch x)`id`",
    "%0a%0d",
)


def made(student: str = "ann", **fields: object) -> Report:
    """A report with four checks, unless told otherwise."""
    known: dict[str, object] = {
        "assignment": "homework",
        "status": Status.GRADED,
        "seed": 7,
        "grader": "1.2.3",
        "seconds": 0.25,
        "files": {"a.py": "0" * 64},
        "checks": CHECKS,
    }
    return Report(student=student, **(known | fields))


@pytest.fixture
def report() -> Callable[..., Report]:
    return made


@pytest.fixture
def hostile_class() -> list[Report]:
    """The honest Ann and Bob, and everybody with a hostile name."""
    return sorted((made(name) for name in ("ann", "bob", *HOSTILE)), key=lambda r: r.student)


@pytest.fixture
def save(tmp_path: Path) -> Callable[[Iterable[Report]], Path]:
    """Writes reports as `autograder grade` does; returns the folder."""

    def write(reports: Iterable[Report], tail: str = "") -> Path:
        lines = [json.dumps(report.to_dict()) + "\n" for report in reports]
        (tmp_path / "results.jsonl").write_text("".join(lines) + tail, encoding="utf-8")
        return tmp_path

    return write

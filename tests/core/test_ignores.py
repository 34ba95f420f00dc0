"""Nothing that lint, types or coverage would say is silenced without a reason beside it."""

import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = [
    path
    for folder in ("autograder", "tests", "solutions")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if not any(part.startswith("corpus") or part == "input" for part in path.parts)
]
SILENCED = re.compile(r"#\s*((ruff:\s*)?noqa|type:\s*ignore|mypy:|pragma:)[^#]*")
CODES = re.compile(
    r"noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|type:\s*ignore\[[\w,-]+\]|pragma:\s*no (cover|branch)"
)


def ignores(text: str) -> Iterator[str]:
    """The comments of a module that silence a tool, whole."""
    if SILENCED.search(text):  # which few modules do: making tokens of all takes seconds
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT and SILENCED.match(token.string):
                yield token.string


def explained(comment: str) -> bool:
    """Whether a comment names the rules that it silences, and a reason of two words or more."""
    marks = [part.strip() for part in comment.split("#")[1:]]
    named = all(CODES.match(mark) for mark in marks if SILENCED.match(f"#{mark}"))
    reasons = [CODES.sub("", mark).strip(" -") for mark in marks]
    return named and any(len(reason.split()) > 1 for reason in reasons)


@pytest.mark.parametrize(
    ("comment", "passes"),
    [
        ("# noqa: S704  # its words are escaped", True),
        ("# noqa: PTH120 - not yet", True),
        ("# type: ignore[misc,no-any-return]  # not in typeshed", True),
        ("# type: ignore[attr-defined]  # noqa: B018  # asking is the test", True),
        ("# fmt: skip", True),  # how a table is laid out hides nothing
        ("# noqa: S704", False),
        ("# noqa  # everything at once", False),
        ("# type: ignore  # whatever it is", False),
        ("# pragma: no cover", False),
        ("# noqa: S704  # why", False),
    ],
)
def test_what_counts_as_a_reason(comment: str, passes: bool) -> None:
    assert all(map(explained, ignores(f"x = 1  {comment}\n"))) is passes


def test_every_ignore_has_its_reason() -> None:
    silent = []
    for path in FILES:
        # mypy reads the package only; elsewhere it would have nothing to ignore.
        typed = path.is_relative_to(ROOT / "autograder")
        for comment in ignores(path.read_text(encoding="utf-8")):
            if not explained(comment) or ("type:" in comment and not typed):
                silent.append(f"{path.relative_to(ROOT)}: {comment}")
    assert silent == []


def test_every_ignore_of_the_settings_has_its_reason() -> None:
    """Beside it, or in the comment above it, as far as that goes without an empty line."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ruff = tomllib.loads(text)["tool"]["ruff"]["lint"]
    lines = text.splitlines()
    silent = []
    for name in [*ruff["ignore"], *ruff["per-file-ignores"]]:
        at = next(n for n, line in enumerate(lines) if f'"{name}"' in line)
        if "#" not in lines[at] and not lines[at - 1].startswith("#"):
            silent.append(name)
    assert silent == []

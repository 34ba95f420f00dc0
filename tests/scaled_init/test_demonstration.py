"""`autograder demo` goes all the way with the second lesson."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from tests.scaled_init.students import ROOT

pytestmark = pytest.mark.thorough


def test_the_demonstration_goes_all_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, ["demo", "--assignment", "scaled_init", "--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    lines = (tmp_path / "results" / "results.jsonl").read_text("utf-8").splitlines()
    found = {record["student"]: record for record in map(json.loads, lines)}
    assert {record["assignment"] for record in found.values()} == {"scaled_init"}
    for name in ("ada-right", "hana-notebooks", "ines-downloads"):
        assert found[name]["score"] == 100.0
    assert all(
        record["score"] < 100.0 for name, record in found.items() if name.startswith("mallory")
    )
    assert (tmp_path / "results" / "report" / "index.html").exists()
    assert "root:" not in "".join(lines)

"""Whole runs, word by word: see `running`. A new case is a folder with an `input` in it."""

from pathlib import Path

import pytest

from tests.golden.running import CASES, OUTPUTS, outputs


def test_there_are_cases_of_every_kind() -> None:
    assert {case.name for case in CASES} >= {"half_written", "one_mistake", "odd_files"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_all_of_it_is_as_it_was(case: Path) -> None:
    made = outputs(case)
    for name in OUTPUTS:
        kept = (case / name).read_text(encoding="utf-8")
        assert made[name] == kept, f"python -m tests.golden {case.name} writes it anew"

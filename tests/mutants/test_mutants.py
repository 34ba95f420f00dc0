"""Mutants of the solutions. `python -m tests.mutants` tries all of them and prints tables."""

from __future__ import annotations

import ast
from collections import Counter

import pytest

from autograder.authoring.trials import sample
from autograder.checking.deviations import deviations
from autograder.checking.mutants import definition_of, edits
from tests.mutants.comparing import difference
from tests.mutants.grading import Verdict, all_mutants, try_all
from tests.validity.judging import assignment

SMALL = '''
import numpy as np

def share(values, limit):
    """How many are above."""
    high = values > limit
    return np.sum(high) / len(values)
'''


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    # Every 60th: about 10 s of processor time.
    return try_all(sample(all_mutants(), 80))


def test_there_are_many_different_mutants_of_every_function() -> None:
    texts = [(mutant.function, mutant.text) for mutant in all_mutants()]
    assert len(texts) == len(set(texts)) >= 2000
    made = Counter(mutant.function for mutant in all_mutants())
    assert set(made) == {name for names in assignment().exercises.values() for name in names}
    # PREDICTIONS has eight entries, each of them may be the other value or open.
    assert min(made.values()) >= 16


def test_an_edit_changes_one_place() -> None:
    found = {mutant.change for mutant in edits(SMALL, ["share"])}
    assert {
        "values > limit → values >= limit",
        "np.sum(high) / len(values) → np.sum(high) * len(values)",
        "high = values > limit → pass",
        "values → limit",
    } <= found


def test_every_mutant_is_a_definition_of_its_name() -> None:
    for mutant in [*edits(SMALL, ["share"]), *deviations(SMALL, ["share"])]:
        names = [d.name for d in ast.parse(mutant.text).body if isinstance(d, ast.FunctionDef)]
        assert names[-1] == "share"


def test_a_name_that_is_not_there_is_said() -> None:
    with pytest.raises(ValueError, match="does not define spread"):
        definition_of(SMALL, "spread")


@pytest.mark.parametrize(
    ("function", "text", "how"),
    [
        ("tanh_grad", "def tanh_grad(a): return (1 - np.tanh(a)) * (1 + np.tanh(a))", ""),
        ("tanh_grad", "def tanh_grad(a): return np.squeeze(1 - np.tanh(a) ** 2)", "shape"),
        ("sgd_step", "def sgd_step(p, g, r): return {k: p[k] - r * g[k] if r else p[k] for k in p}",
         "shares memory with an argument"),
        ("normal_init", "def normal_init(n, k, std, r): return -std * r.normal(size=(n, k))", ""),
        ("zeros_init", "_W = np.zeros((1000, 1000))\ndef zeros_init(n, k): return _W[:n, :k]",
         "shares memory with an earlier result"),
        ("neuron_gap", "def neuron_gap(W):\n    while True: pass", "does not come back"),
    ],
)  # fmt: skip
def test_the_comparison_sees_what_the_text_asks_for(
    function: str, text: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.mutants.comparing.SECONDS", 3.0)
    seen = difference(function, text)
    assert how in seen
    assert bool(how) == bool(seen)


def test_no_equal_mutant_loses_points(verdicts: list[Verdict]) -> None:
    assert [v.mutant for v in verdicts if v.kind == "rejected"] == []

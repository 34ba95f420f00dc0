"""Mutants: what they change, and that none of the lessons' is missed or refused."""

import ast
from collections import Counter

import pytest

from autograder.authoring.bench import on_benches
from autograder.authoring.deviations import deviations
from autograder.authoring.mutants import definition_of, edits
from autograder.authoring.trials import evenly, judge_mutant, mutants_of
from autograder.catalogue import find_assignment
from tests.corpora import FOLDERS, right_texts

SMALL = '''
import numpy as np

def share(values, limit):
    """How many are above."""
    high = values > limit
    return np.sum(high) / len(values)
'''
# It asks networks of 24 layers, deeper than those of the declared domain: what is wrong only there
# is wrong all the same.
BEYOND = {"backprop.backward.gradients_come_from_one_way_back"}


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


@pytest.mark.parametrize("name", FOLDERS)
def test_there_are_many_different_mutants_of_every_function(name: str) -> None:
    assignment = find_assignment(name)
    mutants = mutants_of(assignment, right_texts(name))
    texts = [(mutant.function, mutant.text) for mutant in mutants]
    assert len(texts) == len(set(texts)) >= 2000
    made = Counter(mutant.function for mutant in mutants)
    assert set(made) == {name for names in assignment.exercises.values() for name in names}
    assert min(made.values()) >= 10  # of PREDICTIONS: each entry may be the other value or open


@pytest.mark.thorough
@pytest.mark.parametrize("name", FOLDERS)
def test_no_wrong_mutant_is_missed_and_no_right_one_refused(name: str) -> None:
    assignment, solutions = find_assignment(name), right_texts(name)
    jobs = [(mutant, 0) for mutant in evenly(mutants_of(assignment, solutions), 80)]
    seen = list(on_benches(judge_mutant, jobs, assignment, solutions, workers=2))
    refused = [one for one in seen if one.kind == "refused" and not BEYOND & set(one.caught_by)]
    assert [(one.mutant.function, one.mutant.change) for one in refused] == []
    kinds = Counter(one.kind for one in seen)
    assert kinds["caught"] >= assignment.bounds.mutants * (kinds["caught"] + kinds["missed"])
    assert kinds["caught"] > 40

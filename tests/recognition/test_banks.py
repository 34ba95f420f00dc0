"""The banks themselves: nothing right in them, and no two ideas with the same answers."""

import itertools

import numpy as np
import pytest

from autograder.assignments import scaled_init, weight_init
from autograder.assignments.weight_init.recognition.tangents import CASES, known_gradients
from autograder.checking.recognition.bank import Bank
from autograder.checking.recognition.values import agree, agree_everywhere

LESSONS = (weight_init, scaled_init)
BANKS = [bank for lesson in LESSONS for bank in lesson.recognition.IDEAS.banks.values()]


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.function)
def test_every_idea_is_wrong_and_runs_somewhere(bank: Bank) -> None:
    for index, (id_, answers) in enumerate(bank.answers):
        assert any(arrays is not None for arrays in answers), (index, id_)
        assert not agree_everywhere(answers, bank.truths, 1e-5), (index, id_)


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.function)
def test_no_two_ideas_have_the_same_answers(bank: Bank) -> None:
    for (first, ours), (second, theirs) in itertools.combinations(bank.answers, 2):
        assert first == second or not agree_everywhere(ours, theirs), (first, second)


def test_wrong_gradients_are_wrong_and_differ_from_each_other() -> None:
    rows = [
        (id_, [None if g is None else list(g.values()) for g in grads])
        for id_, grads in known_gradients()
    ]
    truths = [list(case.slopes.values()) for case in CASES]
    for id_, seen in rows:
        assert any(seen), id_
        assert not all(agree(s, t, 1e-5) for s, t in zip(seen, truths, strict=True)), id_
    for (first, ours), (second, theirs) in itertools.combinations(rows, 2):
        assert first == second or not agree_everywhere(ours, theirs), (first, second)


def test_nothing_agrees_only_with_nothing() -> None:
    assert agree(None, None)
    assert not agree(None, [])
    assert not agree([np.ones(1)], [np.ones((1, 1))])
    assert not agree([np.array([np.nan])], [np.array([1.0])])
    assert not agree([np.array([1e200])], [np.array([1e201])])
    assert not agree_everywhere([None, None], [None, None])

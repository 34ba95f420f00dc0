"""What a wrong function costs and what it does not, and the names that it can be given."""

import numpy as np
import pytest

from autograder.assignments.scaled_init.recognition import IDEAS
from autograder.checking.cases import Numbers
from tests.corpora import wrong_overlays
from tests.scaled_init.students import assignment, lost, results, solutions, wrong
from tests.validity.in_process import handing_out_again


def test_one_bug_costs_once() -> None:
    found = lost(results(wrong("def relu(a):\n    return np.where(a > 0, a, 0.1 * a)")))
    assert set(found) == {"depth.relu.what_is_positive_passes"}


@pytest.mark.parametrize("ending", ["raise KeyError('W0')", "return None", "return [a]"])
@pytest.mark.parametrize("function", sorted(assignment().functions() - {"PREDICTIONS"}))
def test_a_function_without_a_value_costs_no_claim(function: str, ending: str) -> None:
    code = f"def {function}(a, *others):\n    {ending}"
    found = lost(results(wrong(code), only=[function, "levels", "units"]))
    assert {result.function for result in found.values()} == {function}


@pytest.mark.parametrize(
    "function",
    ["relu", "relu_grad", "forward_deep", "signal_through_depth", "gradient_through_depth"],
)
def test_every_array_is_asked_for_twice(function: str) -> None:
    names = {**solutions(), function: handing_out_again(solutions()[function])}
    assert len(lost(results(names, only=[function]))) == 1


def test_a_claim_needs_all_that_its_question_calls() -> None:
    for check in assignment().checks:
        if check.end_to_end:
            _, program = check.question.asks(Numbers(np.random.default_rng(0)))
            assert {call.function for call in program} <= set(check.needs), check.id


def test_every_id_has_words() -> None:
    named = {id_ for bank in IDEAS.banks.values() for id_, _ in bank.wrong}
    named |= {id_ for bank in IDEAS.banks.values() for id_, _ in bank.fits}
    named |= {id_ for overlay in wrong_overlays("scaled_init") for id_ in overlay.diagnoses}
    assert named - set(assignment().misconceptions) == set()

"""Wrong functions lose points where they are wrong, and most are given their name."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from autograder.assignments.scaled_init.recognition import IDEAS
from autograder.checking.cases import Numbers
from autograder.checking.recognition.bank import Bank
from autograder.checking.recognition.values import agree_everywhere
from autograder.model import Outcome
from tests.scaled_init.students import assignment, lost, results, solutions, student_of, wrong
from tests.validity.in_process import handing_out_again

DRAW = "def {0}(fan_in, fan_out, rng):\n    return "
PASSED = "def {0}(params, X, activation):\n    "
SIZE = PASSED + "a, h = forward_deep(params, X, activation)\n    return "
# function: what its file binds -> the id that is named (empty: any, or none).
WRONG = {
    "lecun_normal": {
        "rng.normal(0, (1 / fan_out) ** 0.5, (fan_in, fan_out))": "fan-out-for-fan-in",
        "rng.normal(0, 1 / fan_in, (fan_in, fan_out))": "variance-as-std",
        "rng.normal(0, (2 / fan_in) ** 0.5, (fan_in, fan_out))": "another-initializer",
        "rng.uniform(-1, 1, (fan_in, fan_out)) * (3 / fan_in) ** 0.5": "uniform-for-normal",
        "np.clip(rng.normal(0, 1, (fan_in, fan_out)), -2, 2) / fan_in ** 0.5": "truncated",
        "np.random.default_rng(0).normal(0, fan_in ** -0.5, (fan_in, fan_out))": "reseeded",
        "rng.normal(0, fan_in ** -0.5, (fan_out, fan_in))": "sizes-swapped",
        "np.random.normal(0, fan_in ** -0.5, (fan_in, fan_out))": "global-random",
    },
    "he_normal": {
        "rng.normal(0, 2 ** 0.5 / fan_in, (fan_in, fan_out))": "root-over-part",
        "rng.normal(0, 0.05, (fan_in, fan_out))": "spread-ignores-the-layer",
        "rng.normal(0, (2.93 / fan_in) ** 0.5, (fan_in, fan_out))": "std-scaled",
        "np.abs(rng.normal(0, (2 / fan_in) ** 0.5, (fan_in, fan_out)))": "absolute-values",
    },
    "glorot_normal": {
        "rng.normal(0, (1 / (fan_in + fan_out)) ** 0.5, (fan_in, fan_out))": "fans-not-averaged",
        "rng.normal(0, (2 / fan_in + fan_out) ** 0.5, (fan_in, fan_out))": "root-over-part",
        "rng.normal(0, (fan_in * fan_out) ** -0.5, (fan_in, fan_out))": "fans-multiplied",
        "rng.uniform(-1, 1, (fan_in, fan_out)) * (6 / (fan_in + fan_out)) ** 0.5": (
            "uniform-for-normal"
        ),
    },
    "glorot_uniform": {
        "rng.normal(0, (2 / (fan_in + fan_out)) ** 0.5, (fan_in, fan_out))": "normal-for-uniform",
        "rng.uniform(-1, 1, (fan_in, fan_out)) * (2 / (fan_in + fan_out)) ** 0.5": "std-as-bound",
        "rng.uniform(0, 1, (fan_in, fan_out)) * (6 / (fan_in + fan_out)) ** 0.5": "absolute-values",
        "rng.uniform(-1, 1, (fan_in, fan_out)) * 6 / (fan_in + fan_out)": "variance-as-std",
        "rng.choice([-1.0, 1.0], (fan_in, fan_out)) * (2 / (fan_in + fan_out)) ** 0.5": "",
    },
    "orthogonal_init": {
        "gain * np.linalg.qr(rng.normal(size=(max(fan_in, fan_out),) * 2))[0]"
        "[:fan_in, :fan_out]": "signs-not-settled",
        "rng.normal(size=(fan_in, fan_out)) * gain / max(fan_in, fan_out) ** 0.5": "not-orthogonal",
        "_right(fan_in, fan_out, 1.0, rng)": "gain-ignored",
        "_right(fan_in, fan_out, gain ** 2, rng)": "gain-squared",
        "gain * np.eye(fan_in, fan_out)": "not-uniform",
        "_right(fan_in, fan_out, gain, np.random.default_rng(1))": "reseeded",
        "np.float64(np.float32(_right(fan_in, fan_out, gain, rng)))": "",
    },
    "relu": {
        "np.where(a > 0, a, 0.01 * a)": "leaky-relu",
        "np.minimum(np.maximum(a, 0), 6.0)": "clipped",
        "np.abs(a)": "absolute-value",
        "np.maximum(a, 0, out=a)": "changes-its-arguments",
        "a if (a > 0).all() else np.where(a > 0, a, 0.0)": "returns-shared-array",
    },
    "relu_grad": {
        "(a >= 0) * 1.0": "wrong-at-zero",
        "np.heaviside(a, 0.5)": "wrong-at-zero",
        "a > 0": "integer-array",
        "np.sign(a)": "sign-for-slope",
    },
    "forward_deep": {
        "_right(params, X, 'tanh')": "ignores-activation-name",
        "(lambda r: (r[0], [*r[1][:-1], r[0][-1]]))(_right(params, X, activation))": (
            "last-layer-linear"
        ),
        "(lambda r: (r[0], r[1][1:]))(_right(params, X, activation))": "h-without-input",
    },
    "signal_through_depth": {
        "np.array([np.std(x) for x in a])": "spread-about-mean",
        "np.array([np.sqrt(np.mean(x ** 2)) for x in h[1:]])": "activation-for-pre-activation",
        "[float(np.sqrt(np.mean(x ** 2))) for x in a]": "list-for-array",
        "np.array([np.mean(x ** 2) for x in a])": "root-missing",
    },
    "gradient_through_depth": {
        "_right(params, X, upstream, activation)[::-1]": "layers-reversed",
        "_right(params, X, upstream, activation) / len(X)": "error-averaged",
        "_right(params, X, upstream, 'linear')": "derivative-missing",
    },
    "dead_fraction": {
        "float(np.mean(np.all(a < 0, axis=0)))": "zero-counts-as-awake",
        "float(np.mean(a <= 0))": "share-of-entries",
        "float(np.mean(np.any(a <= 0, axis=0)))": "any-for-all",
        "float(np.mean(np.all(a <= 0, axis=1)))": "wrong-axis",
        "int(np.sum(np.all(a <= 0, axis=0)))": "count-for-share",
    },
}
HEADS = {
    "orthogonal_init": "def {0}(fan_in, fan_out, gain, rng):\n    return ",
    "relu": "def {0}(a):\n    return ",
    "relu_grad": "def {0}(a):\n    return ",
    "dead_fraction": "def {0}(a):\n    return ",
    "forward_deep": PASSED + "return ",
    "signal_through_depth": SIZE,
    "gradient_through_depth": "def {0}(params, X, upstream, activation):\n    return ",
}
CASES = [(function, code) for function, codes in WRONG.items() for code in codes]


@pytest.mark.parametrize(("function", "code"), CASES)
def test_a_wrong_function_is_caught_and_named(function: str, code: str) -> None:
    text = f"_right = {function}\n" + HEADS.get(function, DRAW).format(function) + code
    wanted = WRONG[function][code]
    found = lost(results(wrong(text), 3, only=[function]))
    assert found
    assert not [r.id for r in found.values() if r.outcome is Outcome.BROKEN]
    assert not wanted or wanted in {result.diagnosis for result in found.values()}


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


@pytest.mark.parametrize("function", sorted(assignment().functions()))
def test_a_right_function_is_given_no_name(function: str) -> None:
    assert IDEAS.recognise(function, student_of(solutions())) is None


@pytest.mark.parametrize("bank", IDEAS.banks.values(), ids=lambda bank: bank.function)
def test_ideas_are_wrong_and_differ(bank: Bank) -> None:
    for id_, answers in bank.answers:
        assert any(arrays is not None for arrays in answers), id_
        assert not agree_everywhere(answers, bank.truths, 1e-5), id_
    for (first, ours), (second, theirs) in itertools.combinations(bank.answers, 2):
        assert first == second or not agree_everywhere(ours, theirs), (first, second)


def test_every_id_has_words() -> None:
    known = assignment().misconceptions
    named = {id_ for bank in IDEAS.banks.values() for id_, _ in bank.wrong}
    named |= {id_ for bank in IDEAS.banks.values() for id_, _ in bank.fits}
    named |= {id_ for codes in WRONG.values() for id_ in codes.values() if id_}
    assert named - set(known) == set()
    assert all(np.char.str_len(idea.sentence) <= 100 for idea in known.values())
    assert all(len(idea.pointer) <= 120 for idea in known.values())

"""Checks of `init_params`, with a `weight_init` that is scripted and keeps account of its calls."""

from typing import Any

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.init_params import BIASES, INIT_PARAMS, WEIGHTS
from autograder.assignments.weight_init.recognition.initializers import name_of_calls, sizes_of
from autograder.catalogue import fail
from autograder.checking.conduct import judge_conduct
from autograder.checking.judging import IN_PART, judge_values, judged
from autograder.checking.probe import Case, Drawn
from autograder.checking.regions import EVERYWHERE
from autograder.showing import listed
from autograder.student.calls import Answer

check = ASSIGNMENT.check


@check("initializers", "init_params", points=3, asks=INIT_PARAMS.asks)
def every_layer_gets_its_weights(cases: Drawn, answers: list[Answer]) -> None:
    """W1, b1, …, WL, bL are there, and each W is what weight_init returned for that layer."""
    judge_values(INIT_PARAMS, cases, answers, names=WEIGHTS)


@check("initializers", "init_params", points=1, asks=INIT_PARAMS.asks)
def weight_init_is_called_once_a_layer(cases: Drawn, answers: list[Answer]) -> None:
    """weight_init(fan_in, fan_out) is called once a layer, by position, first layer first."""
    wrong: dict[int, str | None] = {}
    for number, (case, answer) in enumerate(zip(cases, answers, strict=True)):
        if answer.trouble is not None:
            answer.trouble.ran = INIT_PARAMS.in_words(case.args)
            raise answer.trouble
        calls = answer.calls[0]
        if sizes_of(calls) != _pairs(case):
            wrong[number] = name_of_calls(calls, _pairs(case))
        elif any(isinstance(size, float) for call in calls for size in call):
            wrong[number] = "wrong-type"  # 4.0 is 4, but no array has 4.0 rows
    if wrong:
        first, ids = min(wrong), set(wrong.values())
        where = judged(INIT_PARAMS, cases, answers).region(wrong, range(len(cases)))
        only = _IDS.get(next(iter(ids)) or "", IN_PART) if len(ids) == 1 else IN_PART
        fail(
            f"weight_init was called with {_calls(answers[first].calls[0])}",
            expected=_calls(_pairs(cases[first])),
            ran=INIT_PARAMS.in_words(cases[first].args),
            where=where.words,
            diagnosis=None if where.words == EVERYWHERE and only != "wrong-type" else only,
        )


# Of calls in a part of the domain, whatever the params hold.
_IDS = {
    "wrong-type": "wrong-type",
    "layer-too-many": "weight-init-extra-calls",
    "layer-missing": "weight-init-once",
    "wrong-call-order": "wrong-call-order",
}


def _pairs(case: Case) -> list[list[int]]:
    sizes: list[int] = case.args[0]
    return [list(pair) for pair in zip(sizes, sizes[1:], strict=False)]


def _calls(calls: list[list[Any]]) -> str:
    if not calls:
        return "nothing: it was not called"
    return listed([f"({', '.join(map(_argument, call))})" for call in calls])


def _argument(argument: Any) -> str:
    if isinstance(argument, dict):  # given by name
        return ", ".join(f"{name}={value}" for name, value in argument.items())
    return str(argument)


@check("initializers", "init_params", points=1, asks=INIT_PARAMS.asks)
def every_bias_is_zero(cases: Drawn, answers: list[Answer]) -> None:
    """Every bias is zero, one for each neuron of the layer."""
    judge_values(INIT_PARAMS, cases, answers, names=BIASES)


@check("initializers", "init_params", points=1, asks=INIT_PARAMS.asks)
def init_params_returns_new_arrays(cases: Drawn, answers: list[Answer]) -> None:
    """Every array of the result is its own, in every call."""
    judge_conduct(INIT_PARAMS, cases, answers)

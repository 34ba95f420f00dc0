"""Whether a function keeps the contract as the solution does, at many points, in this process."""

from __future__ import annotations

import copy
import signal
import types
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from tests.corpora import EXERCISES, right_texts
from tests.mutants.dense import Arguments, points
from tests.mutants.likeness import digest, first, floor, leaves, share, share_among, unlike

SECONDS = 20.0  # a mutant that takes longer than all points of the solution take, many times over


STARTS = 10  # how often a module is loaded anew


class TooSlow(BaseException):
    """The function does not come back."""


@dataclass(frozen=True)
class Expected:
    """What the solution answers at one point."""

    make: Callable[[], Arguments]
    result: Any
    calls: Any


@cache
def exercise_of(function: str) -> str:
    """The exercise that defines a function."""
    return next(name for name in EXERCISES if hasattr(right_module(name), function))


@cache
def right_module(exercise: str) -> types.ModuleType:
    """The solution of an exercise as a module."""
    return module(right_texts()[exercise], exercise)


def module(text: str, name: str) -> types.ModuleType:
    """A module of some text, demonstrations not run."""
    made = types.ModuleType(name)
    exec(compile(text, f"{name}.py", "exec"), made.__dict__)  # our own solutions and mutants
    return made


def changed(exercise: str, text: str) -> types.ModuleType:
    """The solution with some definitions replaced."""
    made = types.ModuleType(exercise)
    made.__dict__.update(right_module(exercise).__dict__)
    if exercise == "diagnostics":
        made.__dict__["PREDICTIONS"] = dict(right_module(exercise).PREDICTIONS)
    for name, value in list(made.__dict__.items()):
        if isinstance(value, types.FunctionType) and value.__module__ == exercise:
            made.__dict__[name] = types.FunctionType(
                value.__code__, made.__dict__, name, value.__defaults__
            )
    exec(compile(text, f"{exercise}.py", "exec"), made.__dict__)  # our own mutants
    return made


class Recorder:
    """A weight_init that notes how it was asked."""

    def __init__(self, inner: Any) -> None:
        self.inner, self.asked = inner, []

    def __call__(self, *args: Any, **named: Any) -> Any:
        self.asked.append((args, named))
        if isinstance(self.inner, np.random.Generator):
            return self.inner.normal(0.0, 1.0, args)
        return self.inner(*args, **named)


def fresh(arguments: Arguments) -> Arguments:
    """Copies that keep memory layout and read-only flags; functions are recorded."""
    return tuple(_fresh(argument) for argument in arguments)


def _fresh(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return _same_layout(value)
    if isinstance(value, dict):
        return {key: _fresh(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_fresh(part) for part in value)
    return copy.deepcopy(value)


def _same_layout(value: np.ndarray) -> np.ndarray:
    if value.base is None or value.ndim == 0:
        held = value.copy(order="K")
    else:
        base = value.base
        offset = value.__array_interface__["data"][0] - base.__array_interface__["data"][0]
        memory = base.copy(order="K")
        held = np.ndarray(value.shape, value.dtype, memory, offset, value.strides)
    held.setflags(write=value.flags.writeable)
    return held


@cache
def expected(function: str) -> tuple[Expected, ...]:
    """The solution's answers at all points of a function's domain."""
    right = right_module(exercise_of(function))
    if function == "PREDICTIONS":
        return ()
    answers = []
    for arguments in _arguments(function, right):
        given = fresh(arguments)
        result, asked = _asked(getattr(right, function), given, function)
        answers.append(Expected(lambda arguments=arguments: fresh(arguments), result, asked))
    return tuple(answers)


def _arguments(function: str, right: types.ModuleType) -> Iterator[Arguments]:
    if function != "backward":
        yield from points(function, getattr(right, function))
        return
    for params, X, activation in points("forward", right.forward):
        yield from _targets(params, X, activation)


def _targets(params: Any, X: Any, activation: str) -> Iterator[Arguments]:
    from tests.mutants.dense import problems

    for known, inputs, y, name in problems():
        if known is params and inputs is X and name == activation:
            a, h = right_module("backprop").forward(params, X, activation)
            yield params, a, h, y, activation


def _asked(function: Callable[..., Any], given: Arguments, name: str) -> tuple[Any, Any]:
    if name == "init_params":
        recorder = Recorder(given[1])
        return function(given[0], recorder), recorder.asked
    result = function(*given)
    if name == "normal_init":
        return result, _state(given[3])
    return result, None


def _state(rng: np.random.Generator) -> str:
    return repr(rng.bit_generator.state)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Ends what takes more processor time, with `TooSlow`."""

    def ring(*_: Any) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)


def difference(function: str, text: str) -> str:
    """How the solution with these definitions breaks the contract; empty when it does not.

    A module that was just loaded is asked a few points, several times over; then one is asked
    every point twice in a row, and all once more in the opposite order: what is kept shows.
    """
    exercise = exercise_of(function)
    with np.errstate(all="ignore"):
        try:
            with limited(SECONDS):
                if function == "PREDICTIONS":
                    return _predictions(changed(exercise, text))
                return first(
                    _difference(function, getattr(changed(exercise, text), function), asked)
                    for asked in _turns(function)
                )
        except TooSlow:
            return "does not come back"
        except Exception as error:
            return f"raises {type(error).__name__}: {error}"


def _predictions(made: types.ModuleType) -> str:
    right, seen = right_module("diagnostics").PREDICTIONS, made.PREDICTIONS
    wrong = [
        key
        for key, value in right.items()
        if not isinstance(seen, Mapping) or seen.get(key) is None or bool(seen[key]) is not value
    ]
    return f"predicts {', '.join(wrong)} wrongly" if wrong else ""


def _turns(name: str) -> list[list[Expected]]:
    """What is asked of modules that were just loaded, each a list of points."""
    answers = expected(name)
    whole = [*(answer for answer in answers for _ in (0, 1)), *answers[::-1]]
    starts = range(0, len(answers), max(1, len(answers) // STARTS))
    return [*(list(answers[start : start + 3]) for start in starts), whole]


def _difference(name: str, function: Callable[..., Any], answers: list[Expected]) -> str:
    held: list[tuple[Any, bytes]] = []
    for number, answer in enumerate(answers):
        given = answer.make()
        before = digest(_unchanging(name, given))
        result, asked = _asked(function, given, name)
        problem = _problem(name, answer, result, asked, given, before)
        if not problem and any(digest(kept) != was for kept, was in held):
            problem = "changes an earlier result"
        if not problem and held and share(leaves(result), leaves(held[-1][0])):
            problem = "shares memory with an earlier result"
        if problem:
            return f"call {number}: {problem}"
        held = [*held[-1:], (result, digest(result))]
    return ""


def _unchanging(name: str, given: Arguments) -> Arguments:
    """The arguments that must stay as they are: no generator, and nothing that draws from one."""
    return given[: {"normal_init": 3, "init_params": 1}.get(name, len(given))]


def _problem(
    name: str, answer: Expected, result: Any, asked: Any, given: Arguments, before: bytes
) -> str:
    if digest(_unchanging(name, given)) != before:
        return "changes an argument"
    if name == "init_params" and asked != answer.calls:
        return "asks weight_init in another way"
    if name == "normal_init":
        if asked == _state(answer.make()[3]):
            return "does not move the generator on"
        if type(result) is not np.ndarray or result.dtype != np.float64:
            return "is no float64 array"
        return "" if _same_law(result, answer.result) else "draws other numbers"
    problem = unlike(result, answer.result, floor(name, answer.result))
    return problem or _aliases(name, result, given)


def _same_law(result: np.ndarray, right: np.ndarray) -> bool:
    """Negated or turned draws have the same law as the draws."""
    if result.shape != right.shape:
        return False
    ways = [right, right.ravel().reshape(right.shape, order="F"), right[::-1], right[:, ::-1]]
    if right.shape[0] == right.shape[1]:
        ways.append(right.T)
    return any(
        np.allclose(result, sign * way, rtol=1e-12, atol=0) for way in ways for sign in (1, -1)
    )


def _aliases(name: str, result: Any, given: Arguments) -> str:
    new = result
    if name == "forward":
        # h[0] may be X, and h[L] may be a[L-1].
        new = [*result[0], *result[1][1:-1]]
        if result[1][-1] is not result[0][-1]:
            new.append(result[1][-1])
    if name == "train" and len(result):
        new = list(result[1:])
        if result[0] is not given[0] and share(leaves(result[0]), leaves(new)):
            return "shares memory with its first entry"
    if name == "init_params":
        return "results share memory" if share_among(leaves(result)) else ""
    if share(leaves(new), leaves(given)):
        return "shares memory with an argument"
    return "results share memory" if share_among(leaves(new)) else ""


def cases_of(function: str) -> int:
    """How many calls `difference` makes, unless one of them shows something."""
    return sum(len(asked) for asked in _turns(function))

"""What every function owes besides its values: it changes, remembers and shares nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import numpy as np

from autograder.catalogue import fail
from autograder.student.calls import Answer, Asking, Call
from autograder.student.guest.wire import Described, Encoded, encode

Form = Callable[[Any], object]
REPEAT_RTOL = 1e-12  # the same code on the same numbers; other memory alignment moves last bits


def judge_conduct(
    function: str,
    args: tuple[Any, ...],
    others: tuple[Any, ...],
    form: Form,
    *,
    may_share: Iterable[tuple[str, str]] = (),
) -> Asking[None]:
    """Fail when a function changes its arguments, keeps state, or hands out shared memory.

    Args:
        function: its name.
        args: arguments of the calls that are compared.
        others: other arguments with another result, for a call in between.
        form: fails for a value that is no result at all (so that nothing earns nothing).
        may_share: pairs of names that may share memory, in either order.
    """
    given = tuple(Encoded(encode(argument)) for argument in args)
    first, other, again, frozen = yield [
        Call(function, given, watch=True),
        Call(function, others),
        Call(function, given, watch=True),
        Call(function, read_only(args)),
    ]
    for answer in (first, again):
        if answer.trouble is not None:
            raise answer.trouble
        if answer is first or answer.sent != first.sent:
            form(answer.value)
        if answer.sent_after is not None:
            _require_unchanged(function, args, answer)
        _require_own_memory(function, answer, {frozenset(pair) for pair in may_share})
    if not answers_agree(first, again):
        fail(
            f"{function} answers by what it was called with before, not by its arguments alone",
            expected="the same arguments give the same result",
            diagnosis="keeps-state",
        )
    if answers_agree(first, other):
        fail(
            f"{function} gives one result for different arguments",
            expected="other arguments give another result",
        )
    _require_same_on_frozen(function, first, frozen)


def at_once(*askings: Asking[None]) -> Asking[None]:
    """Several askings that ask once each, in one program; judged one after the other."""
    programs = [next(asking) for asking in askings]
    answers = iter((yield [call for program in programs for call in program]))
    for asking, program in zip(askings, programs, strict=True):
        with contextlib.suppress(StopIteration):
            asking.send(list(islice(answers, len(program))))


def _require_unchanged(function: str, args: tuple[Any, ...], answer: Answer) -> None:
    for index, (before, after) in enumerate(zip(args, answer.after, strict=True)):
        if not isinstance(before, Described) and not same(before, after, rtol=0.0):
            fail(
                f"argument {index + 1} of {function} was changed by the call",
                expected="arguments stay as they were",
                diagnosis="changes-its-arguments",
            )


def _require_own_memory(function: str, answer: Answer, allowed: set[frozenset[str]]) -> None:
    for first, second in answer.shared:
        if frozenset((first, second)) not in allowed:
            fail(
                f"{spoken(first)} of {function} shares its memory with {spoken(second)}",
                expected="every returned array is new",
                diagnosis="arrays-shared"
                if first.startswith("result") and second.startswith("result")
                else "returns-shared-array",
            )


def spoken(name: str) -> str:
    """The name of an array of a watched call, for people."""
    return name.replace("result", "the result", 1) if name.startswith("result") else f"the {name}"


def _require_same_on_frozen(function: str, first: Answer, frozen: Answer) -> None:
    if frozen.trouble is not None:
        if "read-only" in frozen.trouble.observed:
            fail(
                f"{function} writes into an array that it was given",
                expected="arguments stay as they were",
                diagnosis="changes-its-arguments",
            )
        raise frozen.trouble
    if not answers_agree(first, frozen):
        fail(
            f"{function} gives other values when its arguments are stored column by column",
            expected="the same values for every memory layout",
            diagnosis="depends-on-memory-layout",
        )


def answers_agree(first: Answer, second: Answer) -> bool:
    """Whether two calls returned the same, to the last bits."""
    return first.sent == second.sent or same(first.value, second.value)


def read_only(value: Any) -> Any:
    """A copy in which every array is read-only and in Fortran order."""
    if isinstance(value, np.ndarray):
        copy = np.array(value, order="F")
        copy.flags.writeable = False
        return copy
    if isinstance(value, dict):
        return {key: read_only(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(read_only(item) for item in value)
    return value


def same(first: Any, second: Any, rtol: float = REPEAT_RTOL) -> bool:
    """Whether two values of the wire have one structure and (nearly) one content.

    The order of keys is no content; arrays are compared normwise, because entries that nearly
    cancel differ by more than any bound on each of them.
    """
    if isinstance(first, dict):
        return (
            isinstance(second, dict)
            and first.keys() == second.keys()
            and all(same(first[key], second[key], rtol) for key in first)
        )
    if isinstance(first, (list, tuple)):
        return (
            isinstance(second, (list, tuple))
            and len(first) == len(second)
            and all(same(a, b, rtol) for a, b in zip(first, second, strict=True))
        )
    if isinstance(first, (np.ndarray, np.generic)):
        return (
            isinstance(second, (np.ndarray, np.generic))
            and first.shape == second.shape
            and _same_array(np.asarray(first), np.asarray(second), rtol)
        )
    if isinstance(first, float) and isinstance(second, float):
        return _same_array(np.asarray(first), np.asarray(second), rtol)
    return type(first) is type(second) and (first == second or not _comparable(first))


def _same_array(first: Any, second: Any, rtol: float) -> bool:
    if first.dtype == second.dtype and first.tobytes() == second.tobytes():
        return True
    with np.errstate(all="ignore"):
        finite = np.isfinite(first)
        if not np.array_equal(first[~finite], second[~finite], equal_nan=True):
            return False
        distance = np.linalg.norm(first[finite] - second[finite])
        return bool(distance <= rtol * np.linalg.norm(first[finite]))


def _comparable(value: Any) -> bool:
    return value is None or isinstance(value, (bool, int, float, str, bytes))

"""Programs of calls as they are sent, and what comes of them."""

import marshal
import re
import struct
from itertools import accumulate
from typing import Any

from autograder.student.calls import (
    NO_ANSWER,
    Answer,
    Call,
    FixedProgram,
    Missing,
    Program,
    Raised,
    Trouble,
    Unimplemented,
    WrongArity,
)
from autograder.student.guest.arguments import Packed, packed
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode
from autograder.student.guest.values import MAX_BASES, MAX_FRAMES, MAX_PAIRS, Described, Encoded
from autograder.student.guest.wire import PROGRAM_VERSION
from autograder.student.host.process import Lost, of_type
from autograder.student.host.tracebacks import own_frames, own_place


def encoded_steps(program: Program) -> Encoded:
    """The steps of a program, encoded."""
    if not isinstance(program, FixedProgram):
        return Encoded(encode(steps_of(program)))
    if program.encoded is None:
        program.encoded = Encoded(encode(steps_of(program)))
    return program.encoded


def steps_of(program: Program) -> bytes:
    """A program as it is sent: its calls, and the arguments of each packed."""
    made: dict[int, Packed] = {}  # a call that is made again has the very same arguments
    for call in program:
        if id(call.args) not in made:
            made[id(call.args)] = packed(call.args)
    return marshal.dumps([_step(call, made[id(call.args)]) for call in program], PROGRAM_VERSION)


def _step(call: Call, args: Packed) -> list[Any]:
    how: dict[str, Any] = {}
    if call.options:
        how["options"] = encode(call.options)
    if call.watch:
        how["watch"] = "alone" if call.alone else "all"
    if call.count:
        how["count"] = True
    if call.peak:
        how["peak"] = True
    if not call.send:
        how["send"] = False
    if call.parts:
        how["parts"] = [list(path) for path in call.parts]
    if call.seed is not None:
        how["seed"] = call.seed
    return [call.function, args, how] if how else [call.function, args]


# What reading a reply raises that is none; `WireError` is a `ValueError`.
_IS_NONE = (struct.error, LookupError, TypeError, ValueError, MemoryError)


def answers_of(program: Program, reply: bytes) -> list[Answer]:
    """The answers to a program; raises `Lost` for a reply that is none."""
    try:
        sizes, values, more = decode(reply)
        ends = list(accumulate(struct.unpack(f"<{len(program)}I", sizes), initial=0))
        if type(values) is not bytes or type(more) is not dict or ends[-1] != len(values):
            raise ValueError("no values, or such as end elsewhere")
        answers = [
            Answer(call.function, sent=values[start:end])  # what nearly every call comes to
            for call, start, end in zip(program, ends, ends[1:], strict=False)
        ]
        for number, raw in more.items():
            at = range(len(program))[int(number)]
            answers[at] = _answer(program[at], raw)
        return answers
    except _IS_NONE as error:
        raise Lost(NO_ANSWER, forged=True) from error


def _answer(call: Call, raw: Any) -> Answer:
    told = of_type(raw, dict)
    trouble = None
    if "raised" in told:
        trouble = _trouble(call.function, of_type(told["raised"], dict))
        trouble.printed = _printed(told)
    elif call.send and "value" not in told:
        raise ValueError("neither a value nor an exception")
    return Answer(
        call.function,
        trouble,
        of_type(told["value"], bytes) if "value" in told else None,
        _after(call, told),
        shared=tuple(
            (of_type(a, str)[:MAX_NAME], of_type(b, str)[:MAX_NAME])
            for a, b in of_type(told.get("shared", []), list)[:MAX_PAIRS]
        ),
        calls=_calls(call, told),
        lines=of_type(told.get("lines", 0), int),
        peak=of_type(told.get("peak", 0), int),
        printed=_printed(told),
        elsewhere=told.get("elsewhere") is True,
    )


def _after(call: Call, told: dict[str, Any]) -> bytes | None:
    """The arguments after the call, encoded: as many as before it."""
    if "after" not in told:
        return None
    after = of_type(told["after"], bytes)
    if len(of_type(decode(after), list)) != len(call.args):
        raise ValueError("other arguments than the call has")
    return after


def _calls(call: Call, told: dict[str, Any]) -> tuple[list[list[Any]], ...]:
    """For each scripted callable among the arguments, the argument lists that it got."""
    if "raised" in told and "calls" not in told:  # it did not come as far as being called
        return ()
    wanted = sum(type(arg) is Described and arg.kind == "scripted" for arg in call.args)
    calls = of_type(decode(of_type(told["calls"], bytes)), list) if wanted else []
    if len(calls) != wanted:
        raise ValueError("calls of other callables than were given")
    return tuple([of_type(args, list) for args in of_type(got, list)] for got in calls)


def _printed(told: dict[str, Any]) -> str:
    return of_type(told.get("printed", ""), str)[:4000]


# What a guest says of a function that is not there, and of one that has nearly its name.
_MISSING = re.compile(r"\w+ (is not defined(?:, but \w{1,60} is)?)")
MAX_SAID = 700  # characters of an exception's text, which the guest has cut at 600
MAX_NAME = 200  # characters of the way to an array, as "argument[0]['W1']"


def _trouble(function: str, raised: dict[str, Any]) -> Trouble:
    kind, text = of_type(raised["type"], str)[:80], of_type(raised["text"], str)[:MAX_SAID]
    trace = of_type(raised["frames"], list)[-MAX_FRAMES:]
    frames = own_frames(trace)
    kinds = {kind, *(of_type(base, str) for base in of_type(raised["bases"], list)[:MAX_BASES])}
    if "NotImplementedError" in kinds:
        return Unimplemented(function, _unwritten(function, trace), frames)
    missing = _MISSING.fullmatch(text) if kind == "LookupError" and not trace else None
    if missing:
        return Missing(function, missing[1], frames)
    if kind == "TypeError" and not trace:
        return WrongArity(function, f"cannot be called with these arguments: {text}", frames)
    return Raised(function, f"raised {kind}: {text}" if text else f"raised {kind}", frames)


def _unwritten(function: str, frames: list[Any]) -> str:
    """What is not written: this function, or the student's own one that it calls."""
    own = [name for file, _, name in frames if own_place(of_type(file, str))]
    name = of_type(own[-1], str) if own else ""
    if name == function or not name.isidentifier() or len(name) > MAX_NAME:
        return "is not written yet"
    return f"calls {name}, which is not written yet"

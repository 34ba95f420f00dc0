"""Programs of calls as they are sent, and what comes of them."""

from __future__ import annotations

import marshal
import re
import struct
from itertools import accumulate
from typing import Any

from autograder.student.calls import (
    Answer,
    Call,
    Missing,
    Program,
    Raised,
    Trouble,
    Unimplemented,
    WrongArity,
)
from autograder.student.guest.arguments import packed
from autograder.student.guest.wire import PROGRAM_VERSION, WireError, decode, encode
from autograder.student.host.places import own_frames
from autograder.student.host.process import NO_ANSWER, Lost


def steps_of(program: Program) -> bytes:
    """A program as it is sent: its calls, and the arguments of each packed."""
    return marshal.dumps([_step(call) for call in program], PROGRAM_VERSION)


def _step(call: Call) -> list[Any]:
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
    args = packed(call.args)
    return [call.function, args, how] if how else [call.function, args]


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
            answers[int(number)] = _answer(program[int(number)], raw)
        return answers
    except (WireError, struct.error, KeyError, TypeError, ValueError, IndexError) as error:
        raise Lost(NO_ANSWER, forged=True) from error


def _answer(call: Call, raw: dict[str, Any]) -> Answer:
    trouble = None
    if "raised" in raw:
        trouble = _trouble(call.function, raw["raised"])
        trouble.printed = _printed(raw)
    return Answer(
        call.function,
        trouble,
        _encoded(raw.get("value")),
        _encoded(raw.get("after")),
        shared=tuple((str(a), str(b)) for a, b in raw.get("shared", ())),
        calls=_calls(decode(raw["calls"])) if "calls" in raw else (),
        lines=int(raw.get("lines", 0)),
        peak=int(raw.get("peak", 0)),
        printed=_printed(raw),
    )


def _encoded(raw: Any) -> bytes | None:
    if raw is not None and type(raw) is not bytes:
        raise TypeError("a value that was not encoded")
    return raw


def _calls(raw: Any) -> tuple[list[list[Any]], ...]:
    if not all(isinstance(call, list) for calls in raw for call in calls):
        raise ValueError("argument lists that are none")
    return tuple(raw)


def _printed(raw: dict[str, Any]) -> str:
    printed = raw.get("printed", "")
    return printed[:4000] if isinstance(printed, str) else ""


# What a guest says of a function that is not there, and of one that has nearly its name.
_MISSING = re.compile(r"\w+ (is not defined(?:, but \w{1,60} is)?)")
MAX_SAID = 700  # characters of an exception's text, which the guest has cut at 600


def _trouble(function: str, raised: dict[str, Any]) -> Trouble:
    kind, text = str(raised["type"])[:80], str(raised["text"])[:MAX_SAID]
    frames = own_frames(raised["frames"])
    kinds = {kind, *(str(base) for base in raised["bases"])}
    if "NotImplementedError" in kinds:
        return Unimplemented(function, "is not written yet", frames)
    missing = _MISSING.fullmatch(text) if kind == "LookupError" and not raised["frames"] else None
    if missing:
        return Missing(function, missing[1], frames)
    if kind == "TypeError" and not raised["frames"]:
        return WrongArity(function, f"cannot be called with these arguments: {text}", frames)
    return Raised(function, f"raised {kind}: {text}" if text else f"raised {kind}", frames)

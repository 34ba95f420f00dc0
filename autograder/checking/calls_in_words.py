"""Calls as people read them: the function, and the shapes of what it is given."""

from typing import Any

import numpy as np

from autograder.showing import cut, listed
from autograder.student.calls import Call, Program
from autograder.student.guest.decoding import decode
from autograder.student.guest.values import Described, Encoded, Foreign


def call_in_words(call: Call, program: Program = ()) -> str:
    """A call with the shapes of its arguments: `layer_forward(array (7, 4), array (4, 3), …)`.

    Args:
        call: the call.
        program: what it is part of, for results of earlier calls among the arguments.
    """
    if not call.args and not call.options:
        return call.function  # a value that is asked for, and no call
    parts = [_in_words(argument, program) for argument in call.args]
    parts += [f"{name}={_in_words(value, program)}" for name, value in call.options.items()]
    return f"{call.function}({', '.join(parts)})"


def _in_words(value: Any, program: Program) -> str:
    if isinstance(value, Encoded):
        value = decode(value.data)
    if isinstance(value, np.ndarray):
        kind = "" if value.dtype == np.float64 else f"{value.dtype} "
        return f"{kind}array {value.shape}"
    if isinstance(value, Described):
        return _described(value, program)
    if isinstance(value, dict):
        pairs = [f"{name} {_bare(item, program)}" for name, item in value.items()]
        return f"{{{listed(pairs)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{listed([_in_words(item, program) for item in value])}]"
    if isinstance(value, (float, np.floating)):
        return f"{value:.6g}"
    if isinstance(value, Foreign):
        return value.type_name
    return cut(repr(value), 40)


def _bare(value: Any, program: Program) -> str:
    return _in_words(value, program).removeprefix("array ")


def _described(value: Described, program: Program) -> str:
    fields = value.fields
    if value.kind == "result":
        step = fields["step"]
        known = step < len(program)
        return f"what {program[step].function} returned" if known else "an earlier result"
    if value.kind == "kept":
        return _in_words(fields["value"], program) if "value" in fields else fields["name"]
    if value.kind == "initializer":
        return f"your {fields['function']}"
    return {"generator": "rng", "scripted": "a function"}.get(value.kind, value.kind)

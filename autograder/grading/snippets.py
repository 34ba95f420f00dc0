"""A failing case as a few lines to paste: the call of the check, with every number exact.

Nobody but the student runs them, and they say nothing of what is right. Where cases are a class's
secret there are none.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.catalogue import Assignment
from autograder.messages import Snippet
from autograder.student.calls import Program
from autograder.student.guest.decoding import decode
from autograder.student.guest.generators import made
from autograder.student.guest.values import Described, Encoded

# Numbers in one snippet. Of 193 failed checks of a sample of the corpus 143 have a case of no more;
# with 400 it would be 164.
MAX_NUMBERS = 120
WIDTH = 80  # columns up to which a call stays on one line


class TooLong(Exception):
    """The case has too many numbers to be pasted, or cannot be written down."""


def snippet(assignment: Assignment, program: Program, calls: Sequence[int]) -> Snippet:
    """Lines of Python that make some calls of a program again, and print what the last returns.

    Args:
        assignment: says which exercise's file defines a function.
        program: what was asked.
        calls: which calls, in their order; what they use of earlier ones comes before them.

    Returns:
        The lines; none when the case is too long for that.
    """
    writer = _Writer(assignment, program)
    try:
        for number in calls:
            writer.add(number)
    except TooLong:
        return Snippet()
    writer.lines[-1] = f"print({writer.last})"
    return Snippet(tuple(writer.imports()), tuple("\n".join(writer.lines).split("\n")))


class _Writer:
    def __init__(self, assignment: Assignment, program: Program) -> None:
        self.assignment = assignment
        self.program = program
        self.lines: list[str] = []
        self.last = ""  # the call of the last line
        self.functions: dict[str, None] = {}
        self._done: set[int] = set()
        self._made: set[str] = set()
        self._numbers = 0

    def imports(self) -> list[str]:
        """The imports of the student's functions, each exercise's in one line."""
        by_exercise: dict[str, list[str]] = {}
        for name in self.functions:
            exercise = self.assignment.exercise_of(name)
            if exercise is not None:
                by_exercise.setdefault(exercise, []).append(name)
        return [f"from {exercise} import {', '.join(fs)}" for exercise, fs in by_exercise.items()]

    def add(self, number: int) -> None:
        """Write one call, and before it those whose results it uses."""
        if number in self._done:
            return
        self._done.add(number)
        call = self.program[number]
        if not call.args:  # a value that was asked for, and no call
            raise TooLong
        args = [self.written(argument) for argument in call.args]
        args += [f"{name}={self.written(value)}" for name, value in call.options.items()]
        self.functions[call.function] = None
        short = f"{call.function}({', '.join(args)})"
        many = f"{call.function}(\n" + ",\n".join(args) + ",\n)"
        self.last = short if len(short) <= WIDTH else many
        self.lines.append(f"result{number} = {self.last}")

    def written(self, value: Any) -> str:
        """An expression for an argument.

        Raises:
            TooLong: there is none that anybody would paste.
        """
        if isinstance(value, Encoded):
            value = decode(value.data)
        if isinstance(value, Described):
            return self._described(value)
        if isinstance(value, np.ndarray):
            return self._array(value)
        if isinstance(value, dict):
            return f"{{{', '.join(f'{k!r}: {self.written(v)}' for k, v in value.items())}}}"
        if isinstance(value, (list, tuple)):
            inside = ", ".join(map(self.written, value))
            one = "," if isinstance(value, tuple) and len(value) == 1 else ""
            return f"({inside}{one})" if isinstance(value, tuple) else f"[{inside}]"
        if isinstance(value, np.generic):
            return f"np.{value.dtype.name}({value.item()!r})"
        if isinstance(value, (bool, int, float, str, type(None))):
            finite = not isinstance(value, float) or math.isfinite(value)
            return repr(value) if finite else f'float("{value}")'
        raise TooLong

    def _array(self, array: np.ndarray[Any, Any]) -> str:
        self._numbers += array.size
        if self._numbers > MAX_NUMBERS or not np.isfinite(array).all():
            raise TooLong
        if not array.size:
            return f"np.empty({array.shape})"
        dtype = "" if array.dtype == np.float64 else f", dtype=np.{array.dtype.name}"
        text = f"np.array({_rows(array)}{dtype})"
        if array.ndim > 1 and not array.flags.c_contiguous:
            column_by_column = array.flags.f_contiguous
            text = f"np.asfortranarray({text})" if column_by_column else _strided(text)
        elif not array.flags.c_contiguous:
            text = _strided(text)
        # A view of this kind is read-only, as the check's array is.
        return text if array.flags.writeable else f"np.broadcast_to({text}, {array.shape})"

    def _described(self, value: Described) -> str:
        fields = value.fields
        if value.kind == "result":
            self.add(fields["step"])
            path = "".join(f"[{step!r}]" for step in fields.get("path", ()))
            return f"result{fields['step']}{path}"
        if value.kind == "generator":
            name = _identifier(fields["name"])
            if name not in self._made:
                self._made.add(name)
                self.lines.append(f"{name} = np.random.default_rng({fields['seed']})")
                if fields.keys() > {"seed", "name"}:  # in another state than a new one
                    state = made(fields).bit_generator.state
                    self.lines.append(f"{name}.bit_generator.state = {state}")
            return name
        if value.kind == "scripted":
            arrays = [np.asarray(array) for array in fields["arrays"]]
            table = ", ".join(f"{array.shape}: {self._array(array)}" for array in arrays)
            # As `Scripted` in the student process: other sizes get entries numbered from one.
            other = "1.0 + np.arange(fan_in * fan_out).reshape(fan_in, fan_out)"
            return f"lambda fan_in, fan_out: {{{table}}}.get((fan_in, fan_out), {other}).copy()"
        if value.kind == "initializer":
            function = fields["function"]
            self.functions[function] = None
            extra = "".join(f", {self.written(one)}" for one in fields["extra"])
            return f"lambda fan_in, fan_out: {function}(fan_in, fan_out{extra})"
        if value.kind == "kept":
            return self.written(_kept(self.program, fields["name"]))
        raise TooLong


def _kept(program: Program, name: str) -> Any:
    """The large argument that goes by a name in a program."""
    arguments = [one for call in program for one in (*call.args, *call.options.values())]
    for one in arguments:
        named = isinstance(one, Described) and one.kind == "kept" and one.fields["name"] == name
        if named and "value" in one.fields:
            return one.fields["value"]
    raise TooLong


def _rows(array: np.ndarray[Any, Any]) -> str:
    """The numbers of an array, exactly; the rows of a large matrix a line each."""
    text = repr(array.tolist())
    if array.ndim != 2 or len(text) <= WIDTH:
        return text
    return "[\n" + "".join(f"    {row!r},\n" for row in array.tolist()) + "]"


def _strided(text: str) -> str:
    return f"np.repeat({text}, 2, axis=-1)[..., ::2]"


def _identifier(name: str) -> str:
    word = "".join(letter if letter.isalnum() else "_" for letter in name)
    return word if word.isidentifier() else f"rng_{word}"

"""Runs one program of calls on a student's functions."""

import math
import random
import struct
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import Any

import numpy as np

from .arguments import Given, Packed
from .decoding import decode
from .encoding import encode
from .generators import made
from .memory import Memory
from .telling import Printed, is_elsewhere, raised
from .values import MAX_PAIRS, Described, told

_PLAIN: Mapping[str, Any] = {}
_ONLY_VALUE = {"value"}
SEEDED = 624  # the place in its numbers at which a Mersenne Twister stands that gave none yet
_SAME = {"generator", "result"}  # descriptions that hold nothing a student could change


class Scripted:
    """A callable that answers by its arguments, and remembers them.

    Asked for a shape, it returns a copy of the array of that shape that it was given; for another
    shape it makes one up, whose entries are numbered from one.
    """

    def __init__(self, arrays: list[Any]) -> None:
        self.arrays = {array.shape: array for array in arrays}
        self.calls: list[Any] = []

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.calls.append([*args, dict(options)] if options else list(args))
        given = args[0] if len(args) == 1 and not options else (*args, *options.values())
        shape = tuple(int(size) for size in given)
        if shape in self.arrays:
            return self.arrays[shape].copy()
        return 1.0 + np.arange(math.prod(shape), dtype=np.float64).reshape(shape)


class Calls:
    """One program of calls; later ones may use what earlier ones returned.

    Args:
        function_of: finds a student's function by its name; raises `LookupError`.
        printed: where the student's output goes.
        local: this is the notebook's own process, where an interrupt is for the user to make.
    """

    def __init__(
        self, function_of: Callable[[str], Any], printed: Printed, *, local: bool = False
    ) -> None:
        self.function_of = function_of
        self.printed = printed
        self.local = local
        self.results: list[Any] = []
        self.memory = Memory()
        self.generators: dict[str, np.random.Generator] = {}
        self.scripted: list[Scripted] = []
        self.kept: dict[str, Any] = {}
        self.told: dict[bytes, Described] = {}

    def steps(self, program: list[list[Any]]) -> list[Any]:
        """What came of each call: the lengths of the values, all of them in a row, and by the
        numbers of calls what else there is to say."""
        values: list[bytes] = []
        more: dict[str, Any] = {}
        for number, step in enumerate(program):
            answer = self.step(*step)
            if type(answer) is bytes:
                values.append(answer)
            else:
                values.append(b"")
                more[str(number)] = answer
        return [struct.pack(f"<{len(values)}I", *map(len, values)), b"".join(values), more]

    def step(
        self, function: str, arguments: Packed, how: Mapping[str, Any] = _PLAIN
    ) -> bytes | dict[str, Any]:
        """Call one function.

        Args:
            function: its name.
            arguments: what it gets, packed; described things and results of earlier calls among
                them. When the call is watched, they are sent back if any of them changed.
            how: `options` (arguments by name, encoded), `seed`, `watch`, `count`, `peak`, `send`
                and `parts`, as in a `Call`.

        Returns:
            The encoded value, when there is no more to say; else what it returned or raised, and
            what it printed.
        """
        self.scripted = []
        result = None
        try:
            given = Given(arguments, self._made)
            answer: dict[str, Any] = {}
            if "peak" in how or "count" in how:
                with (
                    measured(answer) if "peak" in how else nullcontext(),
                    counted(answer) if "count" in how else nullcontext(),
                ):
                    result = self._call(function, given.args, how)
            else:
                result = self._call(function, given.args, how)
            if "send" not in how:
                wanted = parts_of(result, how["parts"]) if "parts" in how else result
                answer["value"] = encode(wanted)
            if "watch" in how:
                self._watched(given, result, how["watch"], answer)
            if "seed" in how and _has_drawn():
                answer["elsewhere"] = True
        except BaseException as error:  # whatever student code raises is an answer
            if self.local and isinstance(error, KeyboardInterrupt):
                raise
            answer = {"raised": raised(error)}
        self.results.append(result)
        if self.scripted:
            answer["calls"] = encode([scripted.calls for scripted in self.scripted])
        if self.printed.parts and (printed := self.printed.take()):
            answer["printed"] = printed
        return answer["value"] if answer.keys() == _ONLY_VALUE else answer

    def _watched(self, given: Given, result: Any, how: str, answer: dict[str, Any]) -> None:
        if how == "alone":
            self.memory = Memory()
        if given.changed():
            answer["after"] = encode(given.args)
        shared = self.memory.shared(given.args, result, given.owners())[:MAX_PAIRS]
        if shared:
            answer["shared"] = shared

    def _call(self, name: str, args: list[Any], how: Mapping[str, Any]) -> Any:
        function = self.function_of(name)
        if not callable(function):  # PREDICTIONS: a value that is read like a function's result
            return function
        if "seed" in how:
            np.random.seed(how["seed"])  # what a wrong initializer would draw from
            random.seed(how["seed"])
        return function(*args, **decode(how["options"])) if "options" in how else function(*args)

    def _made(self, data: bytes) -> Any:
        """What was sent encoded; a generator, or a result, comes many times in a program."""
        item = self.told.get(data)
        if item is None:
            item = decode(data)
            if type(item) is Described and item.kind in _SAME:
                self.told[data] = item
        return self._argument(item)

    def _argument(self, item: Any) -> Any:
        kind = type(item)
        if kind is Described:
            return self._described(item)
        if kind is list:
            return [self._argument(part) for part in item]
        if kind is tuple:
            return tuple(self._argument(part) for part in item)
        if kind is dict:
            return {key: self._argument(part) for key, part in item.items()}
        return item

    def _described(self, item: Described) -> Any:
        fields = item.fields
        if item.kind == "result":
            value = self.results[fields["step"]]
            for key in fields.get("path", ()):
                value = value[key]
            if "names" in fields and isinstance(value, dict):
                return {name: value[name] for name in fields["names"].split()}
            return value
        if item.kind == "generator":
            if fields["name"] not in self.generators:
                self.generators[fields["name"]] = made(fields)
            return self.generators[fields["name"]]
        if item.kind == "kept":
            return self.kept.setdefault(fields["name"], fields.get("value"))
        if item.kind == "scripted":
            self.scripted.append(Scripted(fields["arrays"]))
            return self.scripted[-1]
        if item.kind == "initializer":
            function = self.function_of(fields["function"])
            extra = [self._argument(part) for part in fields["extra"]]

            def weight_init(fan_in: int, fan_out: int) -> Any:
                return function(fan_in, fan_out, *extra)

            return told(weight_init, item)
        raise ValueError(f"an unknown description {item.kind!r}")


def _has_drawn() -> bool:
    """Whether NumPy's global generator gave anything since it was seeded, by whomever."""
    state = np.random.get_state(legacy=False)
    return bool(state["state"].get("pos", SEEDED) != SEEDED or state.get("has_gauss"))


@contextmanager
def counted(answer: dict[str, Any]) -> Iterator[None]:
    """Count the lines of the student's code that run meanwhile, as `lines` of an answer."""
    count = 0

    def entered(frame: Any, event: str, argument: Any) -> Any:
        file = frame.f_code.co_filename
        # A file's name can be claimed by whoever compiles; then it is not where these globals are.
        origin = getattr(frame.f_globals.get("__spec__"), "origin", None)
        return None if is_elsewhere(file) and origin == file else within

    def within(frame: Any, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return within

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        yield
    finally:
        sys.settrace(before)
        answer["lines"] = count


@contextmanager
def measured(answer: dict[str, Any]) -> Iterator[None]:
    """Measure the memory that is allocated meanwhile, NumPy's too, as `peak` of an answer."""
    running = tracemalloc.is_tracing()
    if not running:
        tracemalloc.start()
    tracemalloc.reset_peak()
    before, _ = tracemalloc.get_traced_memory()
    try:
        yield
    finally:
        answer["peak"] = tracemalloc.get_traced_memory()[1] - before
        if not running:
            tracemalloc.stop()


def parts_of(value: Any, paths: list[list[Any]]) -> Any:
    """The parts of a value at these places, or all of it where it has not got them."""
    parts = []
    for path in paths:
        part = value
        try:
            for key in path:
                part = part[key]
        except (LookupError, TypeError):
            return value
        parts.append(part)
    return parts

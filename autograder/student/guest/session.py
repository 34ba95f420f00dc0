"""Answers the grader's requests with what the student's functions do.

A request is a dict with an `op`; so is its reply. `run` carries whole programs of calls, because a
round trip costs more than most calls; later calls may use the results of earlier ones of the same
program.

In a notebook the same session answers within the notebook's own process.
"""

from __future__ import annotations

import io
import random
import sys
import warnings
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from types import FunctionType, ModuleType
from typing import Any

import numpy as np

from .loading import Loaded, load, said
from .reading import Unreadable
from .wire import Described, decode, encode, type_name

MAX_PRINTED = 4_000  # characters kept of what one call prints
_PLAIN: Mapping[str, Any] = {}
_ONLY_VALUE = {"value"}
Ask = Callable[[str, list[Any]], Any]


class Printed(io.TextIOBase):
    """Keeps the first characters that are written to it and forgets the rest."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.left = MAX_PRINTED

    def write(self, text: str) -> int:
        if self.left > 0:
            self.parts.append(str(text)[: self.left])
            self.left -= len(self.parts[-1])
        return len(text)

    def writable(self) -> bool:
        return True

    def take(self) -> str:
        """What was written since the last time."""
        text = "".join(self.parts)
        self.parts, self.left = [], MAX_PRINTED
        return text


class Scripted:
    """A callable that returns given arrays one after the other and remembers its arguments."""

    def __init__(self, arrays: list[Any]) -> None:
        self.arrays = arrays
        self.calls: list[Any] = []

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.calls.append([*args, dict(options)] if options else list(args))
        return self.arrays[min(len(self.calls), len(self.arrays)) - 1]


class Session:
    """The student's modules and the calls made on them.

    Args:
        ask: answers for functions that are replaced (`substitute`).
        announce: told which statement of a file runs next.
        local: this is the notebook's own process, where an interrupt is for the user to make.
    """

    def __init__(self, ask: Ask, announce: Callable[[int], None], *, local: bool = False) -> None:
        self.ask = ask
        self.announce = announce
        self.local = local
        self.namespaces: dict[str, dict[str, Any]] = {}
        self.home: dict[str, str] = {}
        self.restore: list[Callable[[], None]] = []
        self.printed = Printed()

    def handle(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to one request."""
        with self._own_output():
            if request["op"] == "load":
                return self._load(request)
            if request["op"] == "substitute":
                return self._substitute(request["names"])
            return self._run(request["programs"])

    def adopt(self, exercise: str, functions: list[str], namespace: dict[str, Any]) -> None:
        """Take the functions of an exercise from a namespace that exists already."""
        self.namespaces[exercise] = namespace
        self.home |= dict.fromkeys(functions, exercise)

    # --- requests -------------------------------------------------------------------------------

    def _load(self, request: Mapping[str, Any]) -> dict[str, Any]:
        try:
            loaded = load(
                request["exercise"],
                request["name"],
                request["data"],
                frozenset(request["skip"]),
                self.announce if request.get("announce") else lambda number: None,
            )
        except Unreadable as error:
            return {"unreadable": str(error)}
        self.adopt(request["exercise"], request["functions"], vars(loaded.module))
        return {
            "complaints": [[c.cell, c.line, c.text] for c in loaded.complaints],
            "places": self._places(request["functions"], loaded),
            "printed": self.printed.take(),
        }

    def _places(self, functions: list[str], loaded: Loaded) -> dict[str, Any]:
        places = {}
        for name in functions:
            if name in vars(loaded.module):
                code = getattr(vars(loaded.module)[name], "__code__", None)
                line = getattr(code, "co_firstlineno", 0)
                file = getattr(code, "co_filename", "")
                places[name] = [str(file), line if isinstance(line, int) else 0]
        return places

    def _substitute(self, names: list[str]) -> dict[str, Any]:
        while self.restore:
            self.restore.pop()()
        for name in names:
            if name in self.home:
                namespace = self.namespaces[self.home[name]]
                self.restore.append(replace_function(namespace, name, self.ask))
        return {}

    def _run(self, programs: list[list[list[Any]]]) -> dict[str, Any]:
        # Overflow is no mistake here, whatever the student's file made of warnings.
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return {"answers": [encode(_Run(self).steps(program)) for program in programs]}

    @contextmanager
    def _own_output(self) -> Any:
        kept = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = self.printed
        try:
            yield
        finally:
            sys.stdout, sys.stderr = kept


class _Run:
    """One program of calls."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.results: list[Any] = []
        self.arrays_given: list[tuple[str, np.ndarray[Any, Any]]] = []
        self.generators: dict[str, np.random.Generator] = {}
        self.scripted: list[Scripted] = []
        self.kept: dict[str, Any] = {}

    def steps(self, program: list[list[Any]]) -> list[bytes | dict[str, Any]]:
        """What came of each call."""
        return [self.step(*step) for step in program]

    def step(
        self, function: str, arguments: list[Any], how: Mapping[str, Any] = _PLAIN
    ) -> bytes | dict[str, Any]:
        """Call one function.

        Args:
            function: its name.
            arguments: what it gets; described things and results of earlier calls among them.
            how: `options` (arguments by name), `seed`, `watch`, `send` and `parts`, as in a
                `Call`.

        Returns:
            The encoded value, when there is no more to say; else what it returned or raised, and
            what it printed.
        """
        self.scripted = []
        result = None
        try:
            args = [self._argument(item) for item in arguments]
            result = self._call(function, args, how.get("options", {}), how.get("seed"))
            answer: dict[str, Any] = {}
            if how.get("send", True):
                wanted = parts_of(result, how["parts"]) if "parts" in how else result
                answer["value"] = encode(wanted)
            if how.get("watch"):
                if how["watch"] == "alone":
                    self.arrays_given = []
                answer["after"] = encode(args)
                answer["shared"] = self._shared(args, result)
        except BaseException as error:  # whatever student code raises is an answer
            if self.session.local and isinstance(error, KeyboardInterrupt):
                raise
            answer = {"raised": _raised(error)}
        self.results.append(result)
        if self.scripted:
            answer["calls"] = encode([scripted.calls for scripted in self.scripted])
        printed = self.session.printed.take()
        if printed:
            answer["printed"] = printed
        return answer["value"] if answer.keys() == _ONLY_VALUE else answer

    def _call(self, name: str, args: list[Any], options: dict[str, Any], seed: int | None) -> Any:
        function = self._function(name)
        if not callable(function):  # PREDICTIONS: a value that is read like a function's result
            return function
        if seed is not None:
            np.random.seed(seed)  # what a wrong initializer would draw from
            random.seed(seed)
        return function(*args, **options)

    def _function(self, name: str) -> Any:
        exercise = self.session.home.get(name)
        namespace = self.session.namespaces.get(exercise or "", {})
        if name not in namespace:
            raise LookupError(f"{name} is not defined")
        if isinstance(module := sys.modules.get(exercise or ""), ModuleType) and (
            namespace.get("__name__") == "__main__" and not self.session.local
        ):
            sys.modules["__main__"] = module
        return namespace[name]

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
                self.generators[fields["name"]] = np.random.default_rng(fields["seed"])
            return self.generators[fields["name"]]
        if item.kind == "kept":
            return self.kept.setdefault(fields["name"], fields.get("value"))
        if item.kind == "scripted":
            self.scripted.append(Scripted(fields["arrays"]))
            return self.scripted[-1]
        if item.kind == "initializer":
            function = self._function(fields["function"])
            extra = [self._argument(part) for part in fields["extra"]]
            return lambda fan_in, fan_out: function(fan_in, fan_out, *extra)
        raise ValueError(f"an unknown description {item.kind!r}")

    def _shared(self, args: list[Any], result: Any) -> list[list[str]]:
        """Pairs of names of arrays that overlap in memory, one of them in this result."""
        new = arrays_in(result, "result")
        known = arrays_in(args, "argument") + self.arrays_given
        pairs = [[a, b] for a, x in new for b, y in known if overlap(x, y)]
        pairs += [[a, b] for i, (a, x) in enumerate(new) for b, y in new[i + 1 :] if overlap(x, y)]
        self.arrays_given += [(f"earlier {name}", array) for name, array in new]
        return pairs[:50]


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


def arrays_in(value: Any, name: str, depth: int = 0) -> list[tuple[str, Any]]:
    """The arrays in nested lists, tuples and dicts, with the way to each."""
    if isinstance(value, np.ndarray):
        return [(name, value)]
    if depth > 4:
        return []
    if isinstance(value, dict):
        items = [(f"{name}[{key!r}]", item) for key, item in value.items()]
    elif isinstance(value, (list, tuple)):
        items = [(f"{name}[{index}]", item) for index, item in enumerate(value)]
    else:
        return []
    return [pair for key, item in items for pair in arrays_in(item, key, depth + 1)]


def overlap(x: Any, y: Any) -> bool:
    """Whether writing to one array can change the other."""
    if not x.size or not y.size or not np.may_share_memory(x, y):
        return False
    try:
        bound: Any = 100_000  # NumPy's types know only the two special values
        return bool(np.shares_memory(x, y, max_work=bound))
    except np.exceptions.TooHardError:
        return True


def replace_function(namespace: dict[str, Any], name: str, ask: Ask) -> Callable[[], None]:
    """Have `name` answered by `ask` wherever the student's code refers to it.

    The function object itself is given other code where that can be done, so that a reference
    taken at import (a table of functions, a default argument) is answered as well.

    Returns:
        What puts everything back.
    """

    def answered(*args: Any, **options: Any) -> Any:
        plain = [*args, *options.values()]
        return ask(name, decode(encode(plain)))

    missing = object()
    before = namespace.get(name, missing)
    namespace[name] = answered
    undo_code = _replace_code(before, answered) if type(before) is FunctionType else None

    def restore() -> None:
        if before is missing:
            namespace.pop(name, None)
        else:
            namespace[name] = before
        if undo_code is not None:
            undo_code()

    return restore


def _replace_code(function: FunctionType, answered: Callable[..., Any]) -> Callable[[], None]:
    kept = function.__code__, function.__defaults__, function.__kwdefaults__
    if function.__code__.co_freevars:
        return lambda: None
    hook = f"__answer_of_{function.__name__}"
    function.__globals__[hook] = answered
    scope: dict[str, Any] = {}
    exec(
        f"def relay(*args, **options):\n    return {hook}(*args, **options)", scope
    )  # our own text
    function.__code__ = scope["relay"].__code__
    function.__defaults__ = function.__kwdefaults__ = None

    def undo() -> None:
        function.__code__, function.__defaults__, function.__kwdefaults__ = kept
        function.__globals__.pop(hook, None)

    return undo


def _raised(error: BaseException) -> dict[str, Any]:
    frames = []
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if not _is_ours(file):
            frames.append([file, trace.tb_lineno or 0, trace.tb_frame.f_code.co_name])
        trace = trace.tb_next
    return {
        "type": type_name(error),
        "bases": [str(base.__name__) for base in type(error).__mro__[1:-2]],
        "text": said(error),
        "frames": frames[-6:],
    }


def _is_ours(file: str) -> bool:
    return file.startswith(_HERE) or "/numpy/" in file.replace("\\", "/")


_HERE = __file__.rpartition("session.py")[0]
__all__ = ["Printed", "Session", "arrays_in", "overlap", "replace_function"]

"""Answers the grader's requests with what the student's functions do.

A `Run` carries whole programs of calls, because a round trip costs more than most calls. In a
notebook the same session answers within the notebook's own process.
"""

import marshal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import numpy as np

from . import attempts
from .calling import Calls
from .cells import UnreadableFile
from .encoding import encode
from .loading import Loaded, load
from .replacing import Ask, replace_function
from .telling import Printed
from .wire import Answers, Definitions, Load, Replace, Replaced, Reply, Request, Run


class Session:
    """The student's modules and the calls made on them.

    Args:
        ask: answers for functions that are replaced.
        mark: told which statement of a file, or which program, is begun: when the process is lost,
            the last one is to blame.
        local: this is the notebook's own process, where an interrupt is for the user to make.
    """

    def __init__(self, ask: Ask, mark: Callable[[int], None], *, local: bool = False) -> None:
        self.ask = ask
        self.mark = mark
        self.local = local
        self.namespaces: dict[str, dict[str, Any]] = {}
        self.home: dict[str, str] = {}
        self.restore: list[Callable[[], None]] = []
        self.printed = Printed()

    def handle(self, request: Request) -> Reply:
        """The reply to one request."""
        with self._own_output():
            if isinstance(request, Run):
                return self._run(request.programs)
            if isinstance(request, Load):
                return self._load(request)
            return self._replace(request)

    def adopt(self, exercise: str, functions: list[str], namespace: dict[str, Any]) -> None:
        """Take the functions of an exercise from a namespace that exists already."""
        self.namespaces[exercise] = namespace
        self.home |= dict.fromkeys(functions, exercise)

    def _load(self, request: Load) -> Definitions:
        try:
            loaded = load(
                request.exercise, request.name, request.data, frozenset(request.skip), self.mark
            )
        except UnreadableFile as error:
            return Definitions({}, [], str(error))
        self.adopt(request.exercise, request.functions, vars(loaded.module))
        self.printed.take()  # what a file prints while it is read is in nobody's way
        complaints = [[c.cell, c.line, c.text, c.syntax] for c in loaded.complaints]
        return Definitions(
            self._places(request.functions, loaded),
            complaints,
            tried=attempts.seen(),
            skipped=loaded.skipped,
        )

    def _places(self, functions: list[str], loaded: Loaded) -> dict[str, Any]:
        places = {}
        for name in functions:
            if name in vars(loaded.module):
                code = getattr(vars(loaded.module)[name], "__code__", None)
                line = getattr(code, "co_firstlineno", 0)
                file = getattr(code, "co_filename", "")
                places[name] = [str(file), line if isinstance(line, int) else 0]
        return places

    def _replace(self, request: Replace) -> Replaced:
        while self.restore:
            self.restore.pop()()
        others = self.home.keys() - set(request.names)
        for name in request.names:
            if name in self.home:
                namespace = self.namespaces[self.home[name]]
                self.restore.append(replace_function(namespace, name, self.ask, others))
        return Replaced()

    def _run(self, programs: list[Any]) -> Answers:
        answers = []
        # Overflow is no mistake here, whatever the student's file made of warnings.
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for number, program in enumerate(programs):
                self.mark(number)
                calls = Calls(self._function, self.printed, local=self.local)
                steps = marshal.loads(program)  # noqa: S302  # the grader made it
                answers.append(encode(calls.steps(steps)))
        return Answers(answers, attempts.seen())

    def _function(self, name: str) -> Any:
        exercise = self.home.get(name)
        namespace = self.namespaces.get(exercise or "", {})
        if name not in namespace:
            raise LookupError(f"{name} is not defined{self._nearly(name, namespace)}")
        if namespace.get("__name__") == "__main__" and not self.local:
            module = sys.modules.get(exercise or "")
            if isinstance(module, ModuleType):
                sys.modules["__main__"] = module
        return namespace[name]

    def _nearly(self, name: str, namespace: dict[str, Any]) -> str:
        """A word on a function of nearly that name, which the exercise does not ask for."""
        import difflib  # takes milliseconds, and few hand-ins need it

        own = [it for it in namespace if it not in self.home and callable(namespace[it])]
        near = difflib.get_close_matches(name, map(str, own), 1, cutoff=0.75)
        return f", but {near[0]} is" if near else ""

    @contextmanager
    def _own_output(self) -> Iterator[None]:
        kept = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = self.printed
        try:
            yield
        finally:
            sys.stdout, sys.stderr = kept

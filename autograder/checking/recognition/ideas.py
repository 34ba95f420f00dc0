"""The ideas that an assignment knows, module by module, read only when something fails.

An assignment's `recognition` is a package. Its modules have `BANKS`, with the answers of known
wrong ways, or `RECOGNISERS`, from a function's name to what asks a student's function in another
way and names its idea. A match means agreement on *every* case; without a match nothing is named.
"""

import importlib
import pkgutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

import numpy as np

from autograder.checking.recognition.bank import Bank
from autograder.checking.recognition.evidence import bears_out
from autograder.checking.recognition.order import recognise_order
from autograder.student.calls import Answer, Student, Trouble


@dataclass(frozen=True)
class Ideas:
    """Of one assignment.

    Attributes:
        package: the name of its package of recognisers.
        ordered: banks that serve only to find arguments in another order.
        seen: ids that say no more than what is there to see, or that were found at a place of the
            domain; they need nothing else to bear them out.
    """

    package: str
    ordered: Sequence[Bank] = ()
    seen: Collection[str] = ()

    @cached_property
    def _modules(self) -> list[ModuleType]:
        place = importlib.import_module(self.package).__path__
        names = [module.name for module in pkgutil.iter_modules(place)]
        return [importlib.import_module(f"{self.package}.{name}") for name in names]

    @cached_property
    def _recognisers(self) -> dict[str, Callable[[Student], str | None]]:
        found: dict[str, Callable[[Student], str | None]] = {
            name: bank.recognise for name, bank in self.banks.items()
        }
        for module in self._modules:
            found |= getattr(module, "RECOGNISERS", {})
        return found

    @cached_property
    def banks(self) -> dict[str, Bank]:
        """Function -> known wrong ways of it."""
        banks = [bank for module in self._modules for bank in getattr(module, "BANKS", ())]
        return {bank.function: bank for bank in banks}

    def recognise(self, function: str, student: Student) -> str | None:
        """The id of the misconception that a function's answers show, or None."""
        recogniser = self._recognisers.get(function)
        if recogniser is None:
            return None
        bank = {**self.banks, **{bank.function: bank for bank in self.ordered}}.get(function)
        try:
            with np.errstate(all="ignore"):  # wrong answers may hold anything
                found = recogniser(student)
                return found or (recognise_order(bank, student) if bank else None)
        except Trouble:
            return None

    def bears_out(self, function: str, id_: str, drawn: Any, answers: Sequence[Answer]) -> bool:
        """Whether an idea is borne out by all that was seen of a function."""
        bank = self.banks.get(function)
        return bank is None or id_ in self.seen or bears_out(bank, id_, drawn, answers)

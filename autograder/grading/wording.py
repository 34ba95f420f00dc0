"""Composes what students read about a check: from facts, a place and a call to labelled lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from autograder.catalogue import Finding, Misconception
from autograder.model import LABELS
from autograder.showing import listed, prose
from autograder.student.calls import Call, Frame, Program
from autograder.student.guest.wire import Described, Encoded, Foreign, decode

MAX_LINE = 1200  # characters of one labelled line: what nobody would read to the end
MAX_PRINTED = 200  # characters of output that are shown with a check


@dataclass(frozen=True, slots=True)
class Message:
    """What is said about a check that did not pass; its fields are the labels of the record.

    Attributes:
        ran: the call.
        observed: what was seen.
        expected: what should have been seen.
        where: the part of the domain in which it happens.
        likely: the idea behind it.
        pointer: where to think again.
        place: where in the student's file.
        printed: what the student's function printed.
    """

    ran: str = ""
    observed: str = ""
    expected: str = ""
    where: str = ""
    likely: str = ""
    pointer: str = ""
    place: str = ""
    printed: str = ""

    @classmethod
    def of(
        cls,
        finding: Finding,
        idea: Misconception | None = None,
        place: Frame | None = None,
        printed: str = "",
    ) -> Message:
        """The message on a finding."""
        return cls(
            finding.ran,
            finding.observed,
            finding.expected,
            finding.where,
            idea.sentence if idea else "",
            idea.pointer if idea else "",
            str(place) if place and place.line else "",
            shortened(printed.strip(), MAX_PRINTED),
        )

    def __str__(self) -> str:
        """The labelled lines of a record ("we saw: …"), in the order of `LABELS`."""
        texts = [prose(getattr(self, field.name), MAX_LINE) for field in fields(self)]
        pairs = zip(LABELS, texts, strict=True)
        return "\n".join(f"{label}: {text}" for label, text in pairs if text)


BROKEN = Message(
    observed="this check itself went wrong, which is not your fault; a person looks at it, and its "
    "points are not counted until then"
)


def blocked(observed: str, guilty: Sequence[str]) -> Message:
    """The message on a claim that waits for functions that are wrong."""
    whose = ", ".join(f"`{name}`" for name in guilty)
    return Message(
        observed=observed,
        expected=f"first a right {whose}; this claim is judged again after that",
    )


def shortened(text: str, limit: int) -> str:
    """Text of at most `limit` characters, with a sign where it is cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def call_in_words(call: Call, program: Program = ()) -> str:
    """A call with the shapes of its arguments: `layer_forward(array (7, 4), array (4, 3), …)`.

    Args:
        call: the call.
        program: what it is part of, for results of earlier calls among the arguments.
    """
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
    return shortened(repr(value), 40)


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

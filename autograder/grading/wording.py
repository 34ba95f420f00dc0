"""Composes what students read about a check: from facts, a place and a call to labelled lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from autograder.catalogue import Finding, Misconception
from autograder.checking.calls_in_words import shortened
from autograder.model import LABELS
from autograder.showing import prose
from autograder.student.calls import Frame

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

"""What is said of a check, part by part, and the labelled lines that the parts make together.

In a record the lines are the contract ("we saw: …"). Whoever shows a part asks for it by name; only
`Message.read` and `Snippet.read`, which undo what is written here, take text apart.
"""

from dataclasses import dataclass
from typing import Any, Self

# The labels of a message, in the order in which they are written.
LABELS = ("we ran", "we saw", "expected", "where", "likely", "think about", "look at", "printed")
SAME = "The same was seen."  # in place of a message that an earlier check of the function has
_NUMPY = "import numpy as np"


class Plain:
    """Data that is pickled as the call that makes it. A frozen dataclass with slots would be gone
    through field by field: a report takes 0.24 ms to write and 0.34 to read then, and 0.07 and 0.06
    so."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class Frame:
    """A place in the student's own code: a file, or a cell of one, and a line from 1 on."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}" if self.line else self.file

    @classmethod
    def read(cls, text: str) -> Self:
        """The place that was written as this text."""
        file, said, line = text.rpartition(", line ")
        return cls(file, int(line)) if said and line.isdecimal() else cls(text)


@dataclass(frozen=True, slots=True)
class Message(Plain):
    """What is said about a check that did not pass.

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
    place: Frame | None = None
    printed: str = ""

    def lines(self) -> list[tuple[str, str]]:
        """What there is of it as (label, text) pairs."""
        place = str(self.place or "")
        texts = (self.ran, self.observed, self.expected, self.where, self.likely, self.pointer)
        pairs = zip(LABELS, (*texts, place, self.printed), strict=True)
        return [(label, text) for label, text in pairs if text]

    def __str__(self) -> str:
        return "\n".join(f"{label}: {text}" for label, text in self.lines())

    @classmethod
    def read(cls, text: str) -> "Message":
        """The message that was written as this text; a line without a label goes on with the last,
        or says what was seen."""
        if not text:  # of what passed, which is most
            return NOTHING
        texts: dict[str, str] = {}
        last = LABELS[1]
        for line in text.split("\n"):
            label, colon, rest = line.partition(": ")
            labelled = bool(colon) and label in LABELS
            last, words = (label, rest) if labelled else (last, line)
            texts[last] = f"{texts[last]} {words}" if last in texts else words
        ran, seen, expected, where, likely, pointer, place, printed = (
            texts.get(label, "") for label in LABELS
        )
        frame = Frame.read(place) if place else None
        return cls(ran, seen, expected, where, likely, pointer, frame, printed)


NOTHING = Message()


@dataclass(frozen=True, slots=True)
class Snippet(Plain):
    """A failing case as lines of Python to paste.

    Attributes:
        imports: the lines that get the student's functions from their files.
        lines: the lines that call them; none where there is no case.
    """

    imports: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lines)

    def __str__(self) -> str:
        return "\n".join([_NUMPY, *self.imports, "", *self.lines]) if self.lines else ""

    def in_a_cell(self) -> str:
        """The text for the student's own notebook, where the functions are there already."""
        return str(Snippet((), self.lines))

    @classmethod
    def read(cls, text: str) -> "Snippet":
        """The case that was written as this text."""
        if not text:
            return NO_CASE
        head, _, body = text.partition("\n\n")
        return cls(tuple(head.split("\n")[1:]), tuple(body.split("\n"))) if body else NO_CASE


NO_CASE = Snippet()

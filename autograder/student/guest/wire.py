"""The wire between the grader and a student process: values, frames and messages.

A frame is four bytes of length and one encoded message. A message is one of the classes below: a
request of the grader, a reply of the student process, or what either says in between. It travels as
the list of its name and its fields, so that neither side ever handles a dict of unknown keys.
"""

import dataclasses
import struct
from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform, get_origin

from .decoding import decode
from .encoding import add, encode
from .values import MAX_FRAME, Foreign, WireError

HEADER = struct.Struct("<I")
# A program of calls is made by the grader alone, so it is read as Python reads its own compiled
# code: the frame around 700 calls costs 0.1 ms and not 2. The second format has no references:
# equal programs have equal bytes.
PROGRAM_VERSION = 2
M = TypeVar("M")
_TYPES = (str, bytes, int, list, dict, Any)  # of fields; what is in a list or dict is not checked
_KINDS: dict[str, tuple[type, list[Any]]] = {}  # name -> the class, the types of its fields


@dataclass_transform(frozen_default=True)
def message(kind: type[M]) -> type[M]:
    """Make a class a message: a frozen dataclass whose fields are checked when it arrives."""
    made: Any = dataclass(frozen=True, slots=True)(kind)
    types = [get_origin(f.type) or f.type for f in dataclasses.fields(made)]
    assert all(type_ in _TYPES for type_ in types)
    _KINDS[kind.__name__] = made, types
    registered: type[M] = made
    return registered


@message
class Load:
    """Request: run one file of a hand-in.

    Attributes:
        exercise: the exercise that it is handed in for, and the module's name.
        name: the file's name, as tracebacks show it.
        data: its bytes.
        functions: what of it can be called.
        skip: numbers of statements that are left out, because they cost a process before.
    """

    exercise: str
    name: str
    data: bytes
    functions: list[str]
    skip: list[int] = field(default_factory=list)


@message
class Run:
    """Request: run programs of calls; each is the bytes of a list of `[function, args, how]`.

    They are of `marshal`, which nobody may read that does not trust who wrote them. What comes back
    from a student process is of this format.
    """

    programs: list[Any]


@message
class Replace:
    """Request: from now on the grader answers for these functions (`RightCall`), and no others."""

    names: list[str]


@message
class Definitions:
    """Reply to `Load`.

    Attributes:
        places: function -> `[file, line]` where it is defined.
        complaints: `[cell, line, text, syntax]` of each statement that was left out.
        unreadable: why nothing could be read, or empty.
        tried: kinds of what the lock-down is there for that the code has tried (`attempts`).
        skipped: `[cell, line]` of each statement that was not to run.
    """

    places: dict[str, Any]
    complaints: list[Any]
    unreadable: str = ""
    tried: list[Any] = field(default_factory=list)
    skipped: list[Any] = field(default_factory=list)


@message
class Answers:
    """Reply to `Run`: for each program, what came of each of its calls, encoded; and as before."""

    answers: list[Any]
    tried: list[Any] = field(default_factory=list)


@message
class Replaced:
    """Reply to `Replace`."""


@message
class RightCall:
    """In between: the student's code has called a function that the grader answers for."""

    function: str
    args: list[Any]


@message
class RightAnswer:
    """Reply to `RightCall`: the value, or why there is none."""

    value: Any
    refused: str = ""


@message
class Mark:
    """In between: which statement or program is begun, where there is no pipe for marks."""

    number: int


Request = Load | Run | Replace
Reply = Definitions | Answers | Replaced


def message_bytes(sent: Any) -> bytes:
    """A message, encoded."""
    return encode(_listed(sent))


def _listed(sent: Any) -> list[Any]:
    kind = type(sent)
    return [kind.__name__, *(getattr(sent, name) for name in kind.__slots__)]


def message_of(data: bytes) -> Any:
    """The message that was encoded; the types of its fields hold, and nothing more.

    Raises:
        WireError: it is none.
    """
    value = decode(data)
    if type(value) is not list or not value or type(value[0]) is not str:
        raise WireError("a message without a name")
    kind, types = _KINDS.get(value[0], (None, []))
    fields = value[1:]
    if kind is None or len(fields) != len(types):
        raise WireError("a message of another kind")
    if not all(t in (Any, type(item)) for t, item in zip(types, fields, strict=True)):
        raise WireError("a message with fields of other types")
    return kind(*fields)


def frame(sent: Any) -> bytearray:
    """A message with its length in front; one that is too long says so instead."""
    data = bytearray(HEADER.size)
    add(data, _listed(sent))
    size = len(data) - HEADER.size
    if size > MAX_FRAME:
        data[HEADER.size :] = encode(Foreign(f"message of {size:,} bytes"))
        size = len(data) - HEADER.size
    HEADER.pack_into(data, 0, size)
    return data

"""What the grader and the warm parent say to each other: one reply to each request.

Each message is one `send` on a socket of its own; descriptors travel beside it.
"""

from .wire import message

NOT_LOCKED = 97  # exit status of a child that could not be locked down and so served nobody


@message
class Prove:
    """The first request: prove that a student process cannot read these existing paths."""

    secrets: list[str]


@message
class Proven:
    """Reply to `Prove`; `failure` says why there is no lock-down, or is empty."""

    failure: str


@message
class Fork:
    """Request: a student process that works in this folder, on the two descriptors beside it: its
    line, and a pipe for its marks."""

    scratch: str


@message
class Forked:
    """Reply to `Fork`; a descriptor of the process comes beside it."""

    pid: int


@message
class Start:
    """Request: a warm parent on these cores, started with these arguments but for the first, which
    is the descriptor beside it. That is told as `Forked` on this same socket, which is then its."""

    arguments: list[str]
    cores: list[int]


@message
class Reap:
    """Request: clear away a student process that was killed."""

    pid: int


@message
class Reaped:
    """Reply to `Reap`."""

    status: int

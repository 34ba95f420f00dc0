"""Replies to questions that student processes have asked before.

Wrong hand-ins of a class that fail at the same function ask our right one much the same: of 10,000
questions of 60 hand-ins, 175 of each, 85 % had come before, to the byte. What is known needs no
reading, no computing and no writing, which is half of what such a question costs the grader.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from autograder.student.guest.values import Foreign
from autograder.student.guest.wire import RightCall

# The 60 hand-ins ask for 1,560 different things, of 1.4 KB each with its reply, 90 of each set of
# functions. So 32 sets with 0.25 MB have room for what a class asks, and take 8 MB at most.
MAX_SETS, MAX_BYTES = 32, 1 << 18
MAX_SHARE = 16  # the part of a set's bytes that one question may take, so that there are others


class KnownReplies:
    """What has been replied to questions for some functions, all of it encoded."""

    def __init__(self) -> None:
        self._replies: dict[bytes, bytes] = {}
        self._size = 0

    def get(self, question: bytes) -> bytes | None:
        """The reply to this very question, if it has come before."""
        return self._replies.get(question)

    def add(self, question: RightCall, encoded: bytes, reply: bytes) -> None:
        """Remember a reply, in the place of all others once there are too many.

        Who is given a generator, which cannot be sent, draws anew each time: layers of one shape
        are to have other weights.
        """
        size = len(encoded) + len(reply)
        if size * MAX_SHARE > MAX_BYTES or any(type(arg) is Foreign for arg in question.args):
            return
        if self._size + size > MAX_BYTES:
            self._replies.clear()
            self._size = 0
        self._replies[encoded] = reply
        self._size += size


@lru_cache(maxsize=MAX_SETS)
def known_replies(functions: frozenset[tuple[str, Callable[..., Any]]]) -> KnownReplies:
    """The replies while these functions are replaced and no others, which are refused."""
    return KnownReplies()

"""Notes what student code tries that the lock-down is there to refuse.

The interpreter announces such things to a hook before it does them. This is a hint for a person and
no evidence: code that means harm can keep the hook from seeing it, and only the lock-down protects
anything. Kinds are few, so that a loop of a thousand attempts is one word.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

_seen: set[str] = set()
_watching = False
_EVENTS = {
    event: kind
    for kind, events in {
        "network": "socket.__new__ socket.connect socket.bind socket.getaddrinfo",
        "processes": "subprocess.Popen os.system os.exec os.fork os.forkpty os.posix_spawn os.spawn"
        " pty.spawn",
        "signals": "os.killpg os.setxattr signal.pthread_kill",
        "folders": "os.mkdir os.rename os.remove os.rmdir",
        "threads": "_thread.start_new_thread",
    }.items()
    for event in events.split()
}
_FILE_EVENTS = {"open", "os.listdir", "os.scandir", "os.chmod", "os.chown", "os.link", "os.symlink"}
# Where the interpreter, NumPy and this package read their own modules; by a link, too, as an
# environment may be one.
_OWN = tuple(
    path + os.sep
    for place in (
        *(sys.prefix, sys.base_prefix, os.path.dirname(os.path.dirname(os.__file__))),
        os.path.dirname(__file__),
    )
    for path in (place, os.path.realpath(place))
)
_HARMLESS_FILES = {os.devnull, "/dev/urandom", "/dev/random", "/proc/self/status", "/proc/meminfo"}


def watch() -> None:
    """Begin to look, for good: a hook cannot be taken off."""
    global _watching  # the interpreter has one list of hooks, too
    if not _watching:
        _watching = True
        sys.addaudithook(_hook(_seen, os.getcwd(), os.getpid(), frozenset(sys.path)))


def seen() -> list[str]:
    """The kinds of what was tried so far, in order."""
    return sorted(_seen)


def _hook(
    kinds: set[str], folder: str, process: int, searched: frozenset[str] = frozenset()
) -> Callable[[str, tuple[Any, ...]], None]:
    """What looks at each event; NumPy lists the folders `searched` for packages on its own."""
    own = (folder + os.sep, *_OWN)

    def hook(event: str, args: tuple[Any, ...]) -> None:
        kind = _EVENTS.get(event)
        if kind is not None:
            kinds.add(kind)
        elif event in _FILE_EVENTS:
            if _outside(args[0], own, searched):
                kinds.add("files")
        elif event == "os.kill" and args[0] != process:
            kinds.add("signals")

    return hook


def _outside(path: object, own: tuple[str, ...], searched: frozenset[str]) -> bool:
    """Whether a path leads to what is neither the student's nor Python's.

    Only the path's own text is looked at: the hook is called for each module that is imported.
    """
    if type(path) is bytes:
        path = os.fsdecode(path)
    if type(path) is not str:  # a descriptor, or nothing
        return False
    if not path.startswith("/"):
        return path.startswith("..")
    if path in _HARMLESS_FILES or path in searched:
        return False
    return not os.path.normpath(path).startswith(own)

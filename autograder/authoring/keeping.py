"""What a proof has judged so far, kept in a file, so that an interrupted one goes on from there.

A line for each file and mutant: what it depends on, hashed, and what became of it. Whatever has
changed since, the engine, the checks, the file, the seeds, has another hash and is judged anew.

    >>> import tempfile
    >>> kept = Kept(Path(tempfile.mkdtemp()) / "half.jsonl", "the checks")
    >>> kept.add("a file", {"score": 90})
    >>> again = Kept(kept.path, "the checks")
    >>> again.get("a file"), again.get("another file")
    ({'score': 90}, None)
    >>> Kept(kept.path, "other checks").get("a file")
    >>> kept.forget()
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


def usual_place(name: str, reference: str) -> Path:
    """Where the proof of an assignment is kept, found as `reference`: among the user's caches.

    Somebody without a home cannot go on from there, and gets a folder of this run.
    """
    try:
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        caches = Path(tempfile.mkdtemp())
    digest = hashlib.sha256(reference.encode()).hexdigest()[:8]
    return caches / "autograder" / f"prove-{name}-{digest}.jsonl"


class Kept:
    """What was judged.

    Args:
        path: the file; where it cannot be written nothing is kept, and nothing goes wrong.
        run: what all of it depends on.
    """

    def __init__(self, path: Path, run: str) -> None:
        self.path = path
        self.run = run
        self._seen: dict[str, Any] = {}
        with contextlib.suppress(OSError):
            for line in path.read_text(encoding="utf-8").splitlines():
                with contextlib.suppress(ValueError, TypeError):  # of a line cut short
                    key, seen = json.loads(line)
                    self._seen[key] = seen

    def _hashed(self, what: str) -> str:
        return hashlib.sha256(f"{self.run}\n{what}".encode()).hexdigest()

    def get(self, what: str) -> Any:
        """What became of a thing that depends on this text, or None."""
        return self._seen.get(self._hashed(what))

    def add(self, what: str, seen: Any) -> None:
        """Keep what became of it."""
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps([self._hashed(what), seen])}\n")

    def forget(self) -> None:
        """All was judged."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

"""Which cases: a seed, and for a class a salt and the student."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

DrawKey = tuple[int, bytes, str]


@dataclass(frozen=True, slots=True)
class Draw:
    """Decides the cases: the same draw gives the same cases, whatever runs before or beside.

    Attributes:
        seed: the number that a report shows.
        salt: known to the instructor only, so that nobody can compute the cases of a class.
        student: whose cases; only with a salt, so that everybody practises on the same ones.
    """

    seed: int = 0
    salt: bytes = b""
    student: str = ""

    @property
    def key(self) -> DrawKey:
        """Equal for draws that give the same cases."""
        return self.seed, self.salt, self.student if self.salt else ""

    def generator(self, name: str) -> np.random.Generator:
        """The generator for the cases that are drawn under a name."""
        seed, salt, student = self.key
        who = student.encode("utf-8", "surrogateescape")
        parts = [str(seed).encode(), salt, who, name.encode()]
        digest = hashlib.sha256(b"".join(len(p).to_bytes(4, "big") + p for p in parts)).digest()
        return np.random.default_rng(int.from_bytes(digest[:16], "big"))

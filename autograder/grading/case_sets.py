"""Which cases a student gets: by a seed, and in a class by a salt and the student's name."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.refusals import Refusal

# With a salt a student gets one of so many sets of cases. Making a set costs the grader 33 ms, as
# much as half of a right submission; a worker that grades 150 makes each set at most once, which is
# 7 ms a submission, and half as much where `batch/pool.py` deals them out to two workers. It keeps
# what it made: 3.8 MB a set, 120 MB if it meets all of them.
CASE_SETS = 32
MAX_SALT = 1024 * 1024  # bytes that are read: a device has no end


class UnusableSalt(Refusal):
    """There is no secret in a file; the text says why and what to do."""


def read_salt(path: Path | str) -> bytes:
    """The secret in a file, without blanks and line ends around it.

    Raises:
        UnusableSalt: it cannot be read, or is empty.
    """
    try:
        with open(path, "rb") as file:
            salt = file.read(MAX_SALT).strip()
    except OSError as error:
        raise UnusableSalt(f"the salt {path} cannot be read: {error.strerror}") from error
    if not salt:
        raise UnusableSalt(f"the salt {path} is empty; write a secret word into it")
    return salt


@dataclass(frozen=True, slots=True)
class CaseSet:
    """One set of cases: equal ones hold the same cases, whatever runs before or beside.

    Attributes:
        seed, salt: as of a `CaseChoice`.
        which: one of the sets that a salt gives; empty without a salt.
    """

    seed: int
    salt: bytes
    which: str

    def generator(self, name: str) -> np.random.Generator:
        """The generator for the cases that are drawn under a name."""
        parts = (str(self.seed).encode(), self.salt, self.which.encode(), name.encode())
        return np.random.default_rng(_hashed(*parts))


@dataclass(frozen=True, slots=True)
class CaseChoice:
    """Decides which set of cases somebody gets.

    Attributes:
        seed: the number that a report shows.
        salt: known to the instructor only, so that nobody can compute the cases of a class.
        student: whose cases; only with a salt, so that everybody practises on the same ones.
    """

    seed: int = 0
    salt: bytes = b""
    student: str = ""

    @property
    def case_set(self) -> CaseSet:
        """The set of cases that it decides for."""
        if not self.salt:
            return CaseSet(self.seed, b"", "")
        who = self.student.encode("utf-8", "surrogateescape")
        return CaseSet(self.seed, self.salt, str(_hashed(self.salt, who) % CASE_SETS))


def _hashed(*parts: bytes) -> int:
    """A number of 128 bits from texts; another one where they are cut in other places."""
    joined = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return int.from_bytes(hashlib.sha256(joined).digest()[:16], "big")

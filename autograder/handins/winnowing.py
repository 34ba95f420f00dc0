"""Which hand-ins are nearly the same: fingerprints of their words, compared in a class.

Of every run of `RUN` words of a function a hash is taken, and of every `WINDOW` hashes in a row the
smallest is kept (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003): two hand-ins that share
`RUN + WINDOW - 1` words in a row share a fingerprint, wherever they stand. Names of one's own all
count as one word here, so that one more variable moves nothing. Stubs' own words are no part of it:
words are those of bodies, without texts and comments.

Pairs are found by the signs that MinHash makes of the fingerprints (Broder 1997), in bands, so that
a class costs little more than its size: 1,000 hand-ins take 0.1 s, 10,000 take 1.1 s.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RUN = 12  # words
WINDOW = 6
# Fewer are of too little code to tell: the solutions have 131 of 660 words, so these are 300 words,
# which is `MIN_WORDS` of likeness.
MIN_PRINTS = 60
# In a record; of more the smallest, which are the same ones for who wrote the same. To compare them
# in a class takes 3 kB for each. The corpora have 480 at most; nothing but words has 40,000.
MAX_PRINTS = 4_000
# Share of all fingerprints of two that both have. Measured on the corpus of right functions: two
# who write functions of up to 30 words as everybody does, and the others independently, share at
# most 0.13 (300 pairs); if everybody wrote those of up to 60 words alike, which leaves two of
# sixteen, 0.61. A copy in which one function is written anew has 0.71 and more, but for the longest
# (`backward`: 0.60); one with other names, some more lines or another order 0.9 and more.
# tests/handins/test_winnowing.py repeats that.
ALIKE = 0.70
# Of pairs at 0.7 they miss one in 170; of pairs at 0.12, as most are, they look at one in 1,400.
BANDS, ROWS = 28, 5
_PRIME = np.uint64((1 << 31) - 1)
_BASE = np.uint64(1_000_003)

MAX_KEPT = 2_000  # words of a function whose prints are kept; those of the corpora have 325 at most

Prints = NDArray[np.uint32]  # (prints,), sorted, no two the same


def prints_of(functions: Iterable[Sequence[str]]) -> Prints:
    """The fingerprints of some functions' words."""
    found = [
        (_winnowed if len(words) <= MAX_KEPT else _winnowed.__wrapped__)(tuple(words))
        for words in functions
        if len(words) >= RUN
    ]
    return np.unique(np.concatenate(found)).astype(np.uint32) if found else np.empty(0, np.uint32)


# As with words, half of the functions are the same in a whole class.
@lru_cache(maxsize=512)
def _winnowed(words: tuple[str, ...]) -> NDArray[np.uint64]:
    count = len(words) - RUN + 1
    numbers = np.fromiter(map(_number, words), np.uint64, len(words))
    runs = np.zeros(count, np.uint64)
    with np.errstate(over="ignore"):  # modulo 2**64 is as good as any
        for offset in range(RUN):
            runs = runs * _BASE + numbers[offset : offset + count]
    hashes = (runs ^ (runs >> np.uint64(29))) % _PRIME
    windows = np.lib.stride_tricks.sliding_window_view(hashes, min(WINDOW, count))
    smallest: NDArray[np.uint64] = windows.min(axis=1)
    return smallest


@lru_cache(maxsize=4096)
def _number(word: str) -> int:
    return zlib.crc32((word if word[0] != "#" else "#").encode("utf-8", "replace"))


def encoded(prints: Prints) -> str:
    """Eight digits for each, as they are kept in a record."""
    return prints[:MAX_PRINTS].astype(">u4").tobytes().hex()


def decoded(text: str) -> Prints:
    """What was encoded."""
    return np.frombuffer(bytes.fromhex(text), ">u4").astype(np.uint32)


def shared(one: Prints, other: Prints) -> int:
    """How many fingerprints both have."""
    few, many = sorted((one, other), key=len)
    if not few.size:
        return 0
    places = np.searchsorted(many, few)
    return int((many[np.minimum(places, many.size - 1)] == few).sum())


def similarity(one: Prints, other: Prints) -> float:
    """The share of all fingerprints of two that both have, from 0 to 1."""
    both = shared(one, other)
    return both / (one.size + other.size - both) if both else 0.0


def groups_alike(prints: Mapping[str, Prints]) -> list[list[str]]:
    """Groups of students of whom each is like another one; the largest first.

    Args:
        prints: student -> fingerprints; who has too few is in no group.
    """
    students = [student for student in prints if prints[student].size >= MIN_PRINTS]
    leader = {student: student for student in students}

    def first(student: str) -> str:
        while leader[student] != student:
            leader[student] = leader[leader[student]]
            student = leader[student]
        return student

    for one, other in _candidates(students, prints):
        a, b = first(one), first(other)
        if a != b and similarity(prints[one], prints[other]) >= ALIKE:
            leader[b] = a
    groups: dict[str, list[str]] = {}
    for student in students:
        groups.setdefault(first(student), []).append(student)
    several = [sorted(group) for group in groups.values() if len(group) > 1]
    return sorted(several, key=lambda group: (-len(group), group))


def _candidates(students: Sequence[str], prints: Mapping[str, Prints]) -> Iterable[tuple[str, str]]:
    """Pairs that share a band; of many in one band each with the first, and with the one before."""
    draw = np.random.default_rng(0)
    factors = draw.integers(1, int(_PRIME), BANDS * ROWS, dtype=np.uint64)
    shifts = draw.integers(0, int(_PRIME), BANDS * ROWS, dtype=np.uint64)
    buckets: dict[tuple[int, bytes], list[str]] = {}
    for student in students:
        own = prints[student].astype(np.uint64)
        signs = ((np.outer(factors, own) + shifts[:, None]) % _PRIME).min(axis=1)
        for band in range(BANDS):
            key = band, signs[band * ROWS : (band + 1) * ROWS].tobytes()
            buckets.setdefault(key, []).append(student)
    for bucket in buckets.values():
        for place, student in enumerate(bucket[1:], start=1):
            for other in {bucket[0], bucket[place - 1]}:
                yield other, student

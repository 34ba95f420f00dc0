"""Leaves the memory of the warm parent such that a child writes to few pages.

A child shares its parent's pages until it writes to them; then each is copied, at about 2.5 µs. New
objects go into whatever holes the parent left, and those are scattered over all of its memory: with
them filled, a hand-in's objects lie side by side, and the larger ones in huge pages. Measured:
2,900 faults a hand-in become 2,500 and then 1,600, which is 1 and then 1.3 of 32 ms.
"""

import contextlib
import ctypes
import sys

import numpy as np

# 100 objects of each size that Python's own allocator has: 1,000 make no more of a difference, and
# a fork has 8 MB more to copy the tables of, which takes it 0.2 of 1.3 ms.
SMALL_SIZES = range(48, 513, 16)
SMALL_OBJECTS = 100
BYTES_HEAD = 33  # of a `bytes` object, beside its content
LARGE_SIZES = [1 << power for power in range(16, 9, -1)] + [768, 640, 544, 256, 128, 64, 32, 24]
# Of the C library's `mallopt`: what is freed stays with the process and serves again. A hand-in's
# messages would else be pages of their own each time, 200 faults for a request of 300 KB.
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
KEPT = {M_TRIM_THRESHOLD: 1 << 28, M_MMAP_THRESHOLD: 1 << 25}  # bytes; no more than 32 MB will do
# And memory that nobody has written to holds numbers, 32.5 and -0.12 for the lack of a better one,
# instead of zeros on some seeds and leftovers on others: what takes `empty` for `zeros` is wrong on
# all of them. A class of 60 right ones takes 4.7 s of processor time with it and without.
M_PERTURB, FILL = -6, 0xBF
# NumPy keeps up to seven freed pieces of memory of each size for its next arrays, unasked for.
KEPT_BY_NUMPY, SMALL_ARRAYS = 7, range(1, 49)  # numbers; a layer of 6 x 8 is large for a case
# What a hand-in allocates beyond small objects is 3 MB, most of it messages.
HUGE_PAGE = 1 << 21
MADV_HUGEPAGE = 14
OWN_BYTES = 1 << 17  # for what this process itself still allocates: it reads 64 KB at a time

_kept: list[bytes] = []


class _MallInfo(ctypes.Structure):
    """The C library's `struct mallinfo2`."""

    _fields_ = [  # the way of ctypes
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    ]


def keep_freed() -> None:
    """Have what is freed stay with this process; without effect where the C library cannot."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        with contextlib.suppress(AttributeError):  # musl
            for option, number in KEPT.items():
                libc.mallopt(option, number)


def compact() -> None:
    """Fill the holes, for good; without effect where the C library does not tell of them."""
    _fill_holes(ctypes.CDLL(None))
    leave_numbers()  # last: pages that nobody has written to stay so here


def leave_numbers() -> None:
    """Have arrays that nobody has written to be no zeros by chance, where the C library can."""
    for size in SMALL_ARRAYS:
        [np.full(size, 32.5) for _ in range(KEPT_BY_NUMPY)]
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # musl
            ctypes.CDLL(None).mallopt(M_PERTURB, FILL)


def _fill_holes(libc: ctypes.CDLL) -> None:
    _kept.extend(bytes(size - BYTES_HEAD) for size in SMALL_SIZES for _ in range(SMALL_OBJECTS))
    keep_freed()
    try:
        info, malloc = libc.mallinfo2, libc.malloc
    except AttributeError:  # glibc before 2.33, musl, other systems
        return
    info.restype = _MallInfo
    malloc.restype = ctypes.c_void_p
    for size in LARGE_SIZES:
        while True:
            before = info()
            if before.fordblks - before.keepcost < size:
                break
            malloc(ctypes.c_size_t(size))
            if info().keepcost != before.keepcost:  # it came from the end: no hole is as large
                break
    _end_before_huge_pages(libc)


def _end_before_huge_pages(libc: ctypes.CDLL) -> None:
    """Have what a child allocates lie in huge pages, none of which is touched here."""
    start = libc.malloc(ctypes.c_size_t(4 * HUGE_PAGE))
    libc.free(ctypes.c_void_p(start))  # which leaves as much at the end
    gap = (-start - OWN_BYTES) % HUGE_PAGE
    libc.malloc(ctypes.c_size_t(gap))
    first = start + gap + OWN_BYTES
    libc.madvise(ctypes.c_void_p(first), ctypes.c_size_t(2 * HUGE_PAGE), MADV_HUGEPAGE)

"""What an honest submission needs: steps of the self-test, each of which must work.

They run in a child that is locked exactly as a student process is.
"""

import errno
import functools
import importlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from .kernel import LockdownError
from .rlimits import Amounts

Step = tuple[str, Callable[[], object]]


def must_work(action: Callable[[], object]) -> str | None:
    """What went wrong with a step that has to succeed; None if nothing did."""
    try:
        action()
    except BaseException as error:
        return repr(error)
    return None


def working(scratch: str, limits: Amounts) -> Iterator[Step]:
    """Every step that must work."""
    yield "write in scratch up to the limit", functools.partial(_fill, scratch, limits.file_bytes)
    yield "read in scratch", functools.partial(_list_and_read, scratch)
    yield "write to /dev/null", functools.partial(_write, os.devnull)
    yield "random bytes", functools.partial(_read, "/dev/urandom")
    yield "import what was not loaded", _import_late
    yield "product of matrices", _multiply
    yield "solve", _solve
    yield "numpy.random", _draw
    yield "clocks and sleep", _wait
    yield "recursion", _recurse
    yield "too much memory is a MemoryError", functools.partial(_exceed, limits.memory_bytes)
    yield "event loop", _await


def _require(truth: bool, claim: str = "a wrong result") -> None:
    if not truth:
        raise LockdownError(claim)


def _fill(scratch: str, size: int) -> None:
    descriptor = os.open(os.path.join(scratch, "full"), os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.pwrite(descriptor, b"x", size - 1)
        os.pwrite(descriptor, b"x", size)
    except OSError as error:
        if error.errno != errno.EFBIG or os.fstat(descriptor).st_size != size:
            raise
    else:
        _require(False, "a file grew beyond the limit")
    finally:
        os.close(descriptor)


def _list_and_read(scratch: str) -> None:
    _require("own" in os.listdir(scratch))
    with open(os.path.join(scratch, "own"), "rb") as file:
        _require(file.read() == b"own")


def _write(path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("nothing")


def _read(path: str) -> None:
    with open(path, "rb", buffering=0) as file:
        _require(len(file.read(16)) == 16)


def _import_late() -> None:
    """A module, a package and an extension module that nothing has imported yet."""
    kinds = (("colorsys", "wave", "cmd"), ("wsgiref", "xmlrpc", "dbm"), ("_lsprof", "_csv", "_ssl"))
    for names in kinds:
        late = [name for name in names if name not in sys.modules and find_spec(name)]
        if late:
            importlib.import_module(late[0])


def _multiply() -> None:
    import numpy as np

    matrix = np.random.default_rng(0).standard_normal((300, 300))
    _require(np.allclose((matrix @ matrix)[7], matrix[7] @ matrix))


def _solve() -> None:
    import numpy as np

    matrix = np.random.default_rng(1).standard_normal((60, 60))
    _require(np.allclose(np.linalg.solve(matrix, matrix), np.eye(60)))


def _draw() -> None:
    import numpy as np

    _require(np.random.default_rng().random() != np.random.default_rng().random())


def _wait() -> None:
    start = time.perf_counter()
    time.sleep(0.001)
    _require(time.perf_counter() > start and time.time() > 1e9 and time.localtime().tm_year > 2000)


def _recurse(depth: int = 500) -> int:
    return depth and 1 + _recurse(depth - 1)


def _exceed(size: int) -> None:
    import numpy as np

    try:
        np.empty(size, dtype=np.uint8)
    except MemoryError:
        return
    _require(False, "memory beyond the limit was given")


def _await() -> None:
    import asyncio  # slow to import, and here it is an import after the lock-down too

    async def wait() -> int:
        await asyncio.sleep(0.001)
        return 1

    _require(asyncio.run(wait()) == 1)

"""The process that workers are forked from, where there is `fork`: what it imports, it does once.

It is a process of its own, never this one, which may have threads, and has files and secrets in
memory. Started first, it imports while this process does. A class of two takes 1.35 s of processor
time; with an interpreter of its own for each of two workers it took 1.71.
"""

import contextlib
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing.util import get_temp_dir
from types import ModuleType
from typing import Any

# Arrays are tiny: a second thread of linear algebra only spins, 0.1 s when it starts.
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
# Imported for its effect, in that process alone; the name of the assignment goes by the environment
# because nothing else does.
_PRELOAD = ["autograder.batch.preload"]
ASSIGNMENT = "AUTOGRADER_FORKSERVER_ASSIGNMENT"
FOLDER = "AUTOGRADER_FORKSERVER_FOLDER"  # where it listens, likewise
# Who made the folder: not to be asked for when it starts, since it may have been killed by then.
OWNER = "AUTOGRADER_FORKSERVER_OWNER"
LONGEST_FOLDER = 75  # bytes; see `_method`


def start(assignment: str) -> None:
    """Have the process imported and ready soon, without waiting for it.

    This process, too, uses one thread of linear algebra, unless the environment says otherwise.

    Args:
        assignment: what will be graded; one of our own is prepared, others' code is left alone.
    """
    one_thread()
    with starting(assignment) as context:
        if context.get_start_method() == "forkserver":
            from multiprocessing.forkserver import ensure_running

            with contextlib.suppress(OSError):  # whoever starts a worker says that it cannot be
                ensure_running()


def one_thread() -> None:
    """Have linear algebra run on one thread where NumPy is yet to be imported: in what is started.

    Unless the environment says otherwise.
    """
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")


def _method() -> str:
    """How processes are started: elsewhere than on Linux a system's libraries may not stand a fork.

    It listens at a socket in the folder for temporary files, `pymp-…/listener-…` with 32
    characters; the whole path may have 107. Python 3.11.0 has it listen where every user of the
    machine can talk to it (CVE-2022-42919, mended in 3.11.1).
    """
    fits = len(os.fsencode(tempfile.gettempdir())) <= LONGEST_FOLDER
    private = sys.version_info >= (3, 11, 1)
    return "forkserver" if sys.platform == "linux" and fits and private else "spawn"


@contextlib.contextmanager
def starting(assignment: str) -> Iterator[Any]:
    """While workers are started: what makes their processes.

    They have one thread of linear algebra each, and nothing of the program that was started here:
    to import that once more took each worker 40 ms.

    Args:
        assignment: as in `start`; it counts until there is such a process.
    """
    context = multiprocessing.get_context(_method())
    context.set_forkserver_preload(_PRELOAD)
    wanted = dict.fromkeys(_ONE_THREAD, "1") | {
        ASSIGNMENT: assignment,
        # Modules are found where they are here; and never in the working folder, which may hold
        # what students handed in.
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONSAFEPATH": "1",
    }
    if context.get_start_method() == "forkserver":
        wanted |= {FOLDER: get_temp_dir(), OWNER: str(os.getpid())}
    before, program = dict(os.environ), sys.modules["__main__"]
    os.environ.update(wanted)
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield context
    finally:
        sys.modules["__main__"] = program
        for name in wanted:
            if name in before:
                os.environ[name] = before[name]
            else:
                del os.environ[name]

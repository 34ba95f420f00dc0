"""The student process in Gradescope's container.

Started as `entry.py LINE MARKS USER LOCK MEMORY_MB CPU_SECONDS SCRATCH`.

It starts as root, imports everything that it will ever need, prepares the lock-down if there is one
in this container, and gives up root for good. Only then does it say what protects it, and only
after that comes the first student byte. With USER -1 it stays who it is.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

HOME = str(Path(__file__).resolve().parents[1] / "student")
LOCKED, OTHER_USER, NEITHER = b"L", b"U", b"N"
KEEP_CAPABILITIES = 8  # PR_SET_KEEPCAPS (linux/prctl.h)


def prepared(lock: bool, memory_mb: int, cpu_seconds: int) -> Any:
    """The lock-down, prepared and proven; None if it is not wanted, or not to be had here."""
    warm, lockdown = import_module("guest.warm_main"), import_module("lockdown")
    if lock:
        try:
            return warm.prepare(True, memory_mb, cpu_seconds)
        except lockdown.LockdownError as error:
            print(f"No lock-down by the kernel: {error}", flush=True)
    return warm.prepare(False, memory_mb, cpu_seconds)


def give_up_root(user: int, locked: bool) -> None:
    """Become a user without any rights.

    Under the lock-down, which says what may be read, the right to read what is another's is kept
    (see `Capabilities`), so that a Python installation in a closed folder works as well.

    Raises:
        PermissionError: that user cannot read the Python installation, so nothing would work.
    """
    if locked:
        import_module("lockdown").call("prctl", KEEP_CAPABILITIES, 1)
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    if not locked:
        for part in (os, import_module("numpy")):
            Path(str(part.__file__)).open("rb").close()


def main() -> None:
    """Prepare, say what protects this process, and serve until the grader hangs up."""
    line, marks, user, lock, memory_mb, cpu_seconds = map(int, sys.argv[1:7])
    scratch = sys.argv[7]
    sys.path.insert(0, HOME)
    lockdown = prepared(bool(lock), memory_mb, cpu_seconds)
    if HOME in sys.path:
        sys.path.remove(HOME)
    if user >= 0:
        give_up_root(user, lockdown is not None)
    said = LOCKED if lockdown is not None else OTHER_USER if user >= 0 else NEITHER
    walls: Any = import_module("lockdown")
    with suppress(walls.NotAvailable):  # becoming another user has undone that
        walls.die_with(os.getppid())
    student: Any = import_module("guest.child")
    ends = import_module("guest.grader_connection").GraderConnection(line, line, marks)
    student.make_repeatable()
    student.settle(lockdown, (memory_mb, cpu_seconds), ends, scratch)
    os.write(line, said)
    student.serve(ends)


if __name__ == "__main__":
    main()

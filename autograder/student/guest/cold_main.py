"""Starts a student process that nobody prepared: `python -I cold.py MEMORY_MB`.

Requests come on standard input and replies go to standard output; student code gets neither. This
is the process on a student's own machine, on any system; there is no lock-down here.
"""

import importlib
import os
import shutil
import sys

# One thread of linear algebra: the arrays are tiny, and starting threads costs more than they save.
for _library in ("OPENBLAS", "OMP", "MKL", "VECLIB_MAXIMUM"):
    os.environ[f"{_library}_NUM_THREADS"] = "1"


def take_standard_streams() -> tuple[int, int]:
    """Descriptors of what were standard input and output, which become empty."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    streams = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    return streams


def bound_memory(megabytes: int) -> None:
    """Limit the address space, where the system has such a limit."""
    try:
        import resource
    except ImportError:  # Windows
        return
    size = megabytes * 1024 * 1024
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    except (ValueError, OSError):  # macOS has the name and refuses the value
        return


def main() -> None:
    """Serve until the grader closes the pipe, and take away the folder that it left then.

    A grader that is done kills this process; one that hangs up has been killed itself.
    """
    folder = os.getcwd()
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sys.path.insert(0, home)
    # By name, because the package around this folder is not to be imported here.
    loading, standins, serve, grader_connection, attempts, compacting = (
        importlib.import_module(f"guest.{name}")
        for name in ("loading", "standins", "serve", "grader_connection", "attempts", "compacting")
    )
    sys.path.remove(home)
    sys.dont_write_bytecode = True  # of what student code imports
    loading.prepare()
    standins.install()
    streams = take_standard_streams()
    bound_memory(int(sys.argv[1]))
    attempts.watch()
    compacting.leave_numbers()
    serve.serve(grader_connection.GraderConnection(*streams))
    os.chdir(os.path.dirname(folder))
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

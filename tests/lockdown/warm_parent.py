"""A warm parent for the tests: locks a fresh child down for each case, and prints what came of it.

Run as a program, in an interpreter of its own (pytest's has threads). Prints one JSON object: for
each case what its function returned, or how its process died.
"""

import argparse
import ctypes
import importlib
import importlib.util
import json
import os
import select
import signal
import socket
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

PACKAGE = Path(__file__).parents[2] / "autograder" / "student" / "lockdown"
NOBODY = 65534


def stand_alone(folder: Path, name: str) -> ModuleType:
    """The package at a folder under a top-level name, as inside a student process."""
    spec = importlib.util.spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def become_ordinary() -> None:
    """Another user without special rights, but for reading an interpreter in root's home folder."""
    libc = ctypes.CDLL(None, use_errno=True)
    keep_capabilities = 8
    assert libc.prctl(keep_capabilities, 1, 0, 0, 0) == 0
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    read_search = 1 << 2
    sets = (ctypes.c_uint32 * 6)(read_search, read_search, 0, 0, 0, 0)
    assert libc.capset(header, sets) == 0
    assert libc.prctl(4, 1, 0, 0, 0) == 0  # changing user made it undumpable, /proc root's


def in_child(lockdown: Any, case: Any, context: dict[str, Any], seconds: float) -> Any:
    """What a case returned in a locked child, or ``{"died": status}``."""
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        run_case(lockdown, case, context, outlet)
    os.close(outlet)
    text = b""
    deadline = time.monotonic() + seconds
    while select.select([inlet], [], [], max(0, deadline - time.monotonic()))[0]:
        piece = os.read(inlet, 1 << 16)
        if not piece:
            break
        text += piece
    os.close(inlet)
    if not text and time.monotonic() > deadline:
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return json.loads(text) if text else {"died": status}


def run_case(lockdown: Any, case: Any, context: dict[str, Any], outlet: int) -> NoReturn:
    context["outlet"] = outlet
    try:
        before = getattr(case, "before", None)
        if before is not None:
            before(context)
        context["applied"] = vars(lockdown.apply(context["scratch"], keep_fds=(outlet,)))
        answer = case(context)
    except BaseException as error:
        answer = {"raised": repr(error)}
    os.write(outlet, json.dumps(answer).encode())
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--ordinary", action="store_true")
    parser.add_argument("--without", choices=("landlock", "seccomp"))
    parser.add_argument("--pretend", type=int, help="an older version of Landlock's interface")
    options = parser.parse_args()
    import numpy.linalg
    import numpy.random  # noqa: F401  # what a warm parent has loaded

    sys.path.insert(0, str(Path(__file__).parent))
    package = stand_alone(PACKAGE, "lockdown")
    cases = importlib.import_module("cases")

    if options.pretend:
        package.landlock.abi = lambda: options.pretend
    readable = package.read_list()
    if options.ordinary:
        become_ordinary()
    limits = package.Amounts(cpu_seconds=1)
    layers = {options.without: False} if options.without else {}
    lockdown = package.Lockdown(limits, readable, **layers)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(f"\0lockdown-{os.getpid()}")
    listener.listen()
    answers: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="outside-") as outside:
        secret = Path(outside, "secret.py")
        secret.write_text("answer = 42\n")
        for name in options.cases:
            with package.Scratch() as scratch:
                context = {"scratch": scratch.path, "secret": str(secret), "limits": limits}
                context["abstract"] = listener.getsockname().decode()
                answers[name] = in_child(lockdown, getattr(cases, name), context, 20.0)
                answers[name + " left"] = sorted(os.listdir(scratch.path))
    if options.ordinary:
        assert os.getuid() == NOBODY
    print(json.dumps(answers))


if __name__ == "__main__":
    main()

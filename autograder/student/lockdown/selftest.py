"""The proof: a child is locked down, tries to get out, does honest work, and reports.

Run once when a worker starts. Whether a machine locks down is known by what it refused here, not by
its version numbers.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from .honest import must_work, working
from .hostile import must_be_refused, refused, would_create
from .kernel import LockdownError
from .locking import Lockdown
from .process import environment
from .scratch import Scratch

_HIDDEN = "answer = 42\n"
_FOLDER = os.path.dirname(os.path.abspath(__file__))


@dataclass(frozen=True)
class SelfTest:
    """What the self-test found.

    Attributes:
        steps: how many things were tried.
        failures: what was not refused or did not work, one sentence each.
    """

    steps: int
    failures: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether something was tried, and everything held."""
        return bool(self.steps) and not self.failures


def self_test(
    lockdown: Lockdown | None = None, forbidden: Iterable[str] = (), timeout: float = 30.0
) -> SelfTest:
    """Fork a child, lock it down, and let it try everything.

    Call it in the warm parent (single-threaded, numpy imported); elsewhere use `self_test_afresh`.

    Args:
        lockdown: the prepared lock-down to prove; a default one if None.
        forbidden: existing paths that a student process must not read (solutions, salts, results).
        timeout: seconds, after which the child is killed: a BLAS that waits for a thread hangs.
    """
    try:
        prepared = lockdown or Lockdown()
    except LockdownError as error:
        return SelfTest(0, (str(error),))
    outside = os.path.realpath(tempfile.mkdtemp(prefix="secret-"))
    secret = os.path.join(outside, "secret.py")
    with open(secret, "w", encoding="utf-8") as file:
        file.write(_HIDDEN)
    try:
        with Scratch() as scratch:
            paths = tuple(os.path.abspath(path) for path in forbidden)
            steps, failures = _in_child(prepared, secret, scratch.path, paths, timeout)
        with open(secret, encoding="utf-8") as file:
            failures += ["a file outside was changed"] * (file.read() != _HIDDEN)
    finally:
        shutil.rmtree(outside)
        if lockdown is None:
            prepared.close()
    return SelfTest(steps, tuple(failures))


def _in_child(
    lockdown: Lockdown, secret: str, scratch: str, forbidden: tuple[str, ...], timeout: float
) -> tuple[int, list[str]]:
    """Fork, and read the child's report: how many steps it began, and what failed."""
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        _try_everything(lockdown, secret, scratch, forbidden, outlet)
    os.close(outlet)
    try:
        report = _read_all(inlet, time.monotonic() + timeout).splitlines()
    finally:
        os.close(inlet)
        os.kill(child, signal.SIGKILL)  # not yet waited for, so this is still its number
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = [path for path in would_create(secret, scratch, child) if os.path.exists(path)]
    for path in left:
        os.unlink(path)
    begun = [line.removeprefix("try ") for line in report if line.startswith("try ")]
    failures = [line.removeprefix("fail ") for line in report if line.startswith("fail ")]
    failures += [f"{path} was created" for path in left]
    if report[-1:] != ["end"] and not (failures and status == 0):
        last = begun[-1] if begun else "locking down"
        failures.append(f"{last}: the process hung or died (exit status {status})")
    return len(begun), failures


def _try_everything(
    lockdown: Lockdown, secret: str, scratch: str, forbidden: tuple[str, ...], outlet: int
) -> NoReturn:
    """In the child: a line before each step, so that the parent knows where it died."""

    def say(line: str) -> None:
        os.write(outlet, (" ".join(line.split()) + "\n").encode(errors="replace"))

    try:
        lockdown.apply(scratch, keep_fds=(outlet,))
        # Refusals first: one of them makes the file that the honest steps read.
        for steps, judge in (
            (refused(secret, scratch, forbidden), must_be_refused),
            (working(scratch, lockdown.limits), must_work),
        ):
            for name, action in steps:
                say(f"try {name}")
                if trouble := judge(action):
                    say(f"fail {name}: {trouble}")
        say("end")
    except BaseException as error:
        say(f"fail {error}" if isinstance(error, LockdownError) else f"fail {error!r}")
    finally:
        os._exit(0)


def _read_all(inlet: int, deadline: float) -> str:
    """What the child wrote until it closed the pipe, or until the deadline."""
    chunks = []
    while select.select([inlet], [], [], max(0.0, deadline - time.monotonic()))[0]:
        chunk = os.read(inlet, 1 << 16)
        if not chunk:
            break
        chunks.append(chunk)
    return b"".join(chunks).decode(errors="replace")


# The package is loaded from its own folder, under any name: it stands alone, and the program that
# asks may be installed anywhere.
_AFRESH = """
import importlib.util, json, os, sys
request = json.loads(sys.argv[1])
init = os.path.join(request["folder"], "__init__.py")
spec = importlib.util.spec_from_file_location(
    "lockdown", init, submodule_search_locations=[request["folder"]])
lockdown = importlib.util.module_from_spec(spec)
sys.modules["lockdown"] = lockdown
spec.loader.exec_module(lockdown)
import numpy.linalg, numpy.random
result = lockdown.self_test(forbidden=request["forbidden"])
print(json.dumps([result.steps, result.failures]))
"""


def self_test_afresh(forbidden: Iterable[str] = ()) -> SelfTest:
    """`self_test` in an interpreter of its own, for programs that have threads or no numpy loaded.

    Args:
        forbidden: existing paths that a student process must not read.
    """
    request = {"folder": _FOLDER, "forbidden": [os.path.abspath(path) for path in forbidden]}
    passed_on = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _AFRESH, json.dumps(request)],
            env=environment() | passed_on,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60.0,  # a cold start of the interpreter and NumPy included
            check=True,
        )
        steps, failures = json.loads(done.stdout)
    except subprocess.CalledProcessError as error:
        trouble = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        return SelfTest(0, (f"the self-test did not run: {trouble}",))
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return SelfTest(0, (f"the self-test did not run: {error}",))
    return SelfTest(steps, tuple(failures))

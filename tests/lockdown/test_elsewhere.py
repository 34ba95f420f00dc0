"""On other systems the package can be imported, and says what it cannot do; and what it costs."""

import json
from pathlib import Path

import pytest

from autograder.student.lockdown import Amounts, Offer, environment, probe
from autograder.student.lockdown.rlimits import within_reach

from .harness import needs_kernel, run_fresh

# Loads the package as it would be on another system: the standard library is loaded first, because
# it would look for the other system's modules as well.
PRETEND = """
import asyncio, importlib.util, json, os, platform, subprocess, sys, tempfile, warnings
sys.platform, gone = json.loads(sys.argv[1])
platform.machine = lambda: "arm64"
for name in gone:
    sys.modules[name] = None
for name in ("fork", "O_PATH", "O_DIRECTORY", "O_CLOEXEC", "O_NOFOLLOW", "umask"):
    if sys.platform == "win32" and hasattr(os, name):
        delattr(os, name)
sys.path.insert(0, FOLDER)
from warm_parent import PACKAGE, stand_alone
lockdown = stand_alone(PACKAGE, "lockdown")
answers = {"offer": vars(lockdown.probe()), "missing": lockdown.probe().missing}
answers["lines"] = lockdown.probe().lines()
for name, use in {
    "prepare": lambda: lockdown.Lockdown(readable=[]),
    "limits": lambda: lockdown.set_limits(lockdown.Amounts()),
}.items():
    try:
        use()
        answers[name] = "worked"
    except lockdown.LockdownError as error:
        answers[name] = type(error).__name__ + ": " + str(error)
answers["self-test"] = lockdown.self_test().failures
print(json.dumps(answers))
""".replace("FOLDER", repr(str(Path(__file__).parent)))


@pytest.mark.parametrize(
    ("system", "gone"),
    [("darwin", []), ("win32", ["resource", "fcntl", "pwd", "grp", "termios", "posix"])],
)
def test_another_system(system: str, gone: list[str]) -> None:
    answers = json.loads(run_fresh("-c", PRETEND, json.dumps([system, gone])).stdout)
    assert answers["offer"]["known"] is False
    assert answers["offer"]["landlock"] == 0 and answers["offer"]["seccomp"] is False
    assert len(answers["missing"]) == 1 and answers["missing"][0].startswith("no lock-down for")
    assert len(answers["lines"]) == 4
    assert answers["prepare"].startswith("NotAvailable: ")
    assert answers["self-test"]
    if system == "darwin":
        assert answers["limits"] == "worked"
    else:
        assert answers["limits"].startswith("NotAvailable: Windows has no per-process limits")


@pytest.mark.parametrize(
    ("offer", "missing"),
    [
        (Offer("Linux 6", "x86_64", known=True, landlock=7, seccomp=True, pidfd=True), 0),
        (Offer("Linux 5", "x86_64", known=True, seccomp=True, pidfd=True), 1),
        (Offer("Linux 6", "x86_64", known=True, landlock=4, pidfd=True), 1),
        (Offer("Linux 6", "x86_64", known=True, landlock=7, seccomp=True), 1),
        (Offer("Linux 4", "x86_64", known=True), 3),
        (Offer("Linux 6", "riscv64"), 1),
    ],
)
def test_what_is_missing_is_named(offer: Offer, missing: int) -> None:
    assert len(offer.missing) == missing
    assert len(offer.lines()) == 4


@needs_kernel
def test_the_probe_leaves_no_trace() -> None:
    status = Path("/proc/self/status")
    before = [line for line in status.read_text().splitlines() if line.startswith(("NoNew", "Sec"))]
    offer = probe()
    after = [line for line in status.read_text().splitlines() if line.startswith(("NoNew", "Sec"))]
    assert before == after
    assert offer.known and offer.landlock >= 1 and offer.seccomp and offer.missing == ()


def test_limits_stay_below_those_of_the_parent() -> None:
    resource = pytest.importorskip("resource")
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    values = dict(within_reach(Amounts(open_files=hard + 1 if hard > 0 else 64)))
    assert values[resource.RLIMIT_NOFILE][1] <= hard or hard == resource.RLIM_INFINITY
    assert values[resource.RLIMIT_AS] == (1 << 30, 1 << 30)
    assert values[resource.RLIMIT_CPU] == (60, 61)


def test_the_environment_keeps_the_blas_on_one_thread() -> None:
    assert environment()["OPENBLAS_NUM_THREADS"] == "1"
    assert {"PATH", "PYTHONPATH"}.isdisjoint(environment())


COST = """
import json, os, sys, time
sys.path.insert(0, FOLDER)
from warm_parent import PACKAGE, stand_alone
lockdown = stand_alone(PACKAGE, "lockdown")
import numpy.linalg, numpy.random
prepared = lockdown.Lockdown()
costs = []
for _ in range(30):
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        start = time.process_time()
        prepared.apply(None, keep_fds=(outlet,))
        os.write(outlet, str(time.process_time() - start).encode())
        os._exit(0)
    os.close(outlet)
    costs.append(float(os.read(inlet, 100)))
    os.close(inlet)
    os.waitpid(child, 0)
print(json.dumps(costs))
""".replace("FOLDER", repr(str(Path(__file__).parent)))


@needs_kernel
def test_a_child_is_locked_in_a_few_milliseconds() -> None:
    costs = json.loads(run_fresh("-c", COST).stdout)
    assert min(costs) < 0.005  # 0.6 ms where it was measured; this is about mistakes, not noise

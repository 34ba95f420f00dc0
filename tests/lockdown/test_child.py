"""What a locked child finds itself in, layer by layer."""

import platform
from typing import Any

import pytest

from autograder.student.lockdown import Amounts, environment, probe
from autograder.student.lockdown.rlimits import MIB

from .harness import Run, needs_kernel

pytestmark = needs_kernel
WHO = pytest.mark.parametrize("ordinary", [False, True], ids=["as started", "ordinary user"])
X86_64 = pytest.mark.skipif(platform.machine() != "x86_64", reason="machine code of x86-64")

# One warm parent runs them all; each has a child of its own.
ALL = (
    *("applied", "descriptors", "surroundings", "limits", "write_only_own", "file_limit"),
    *("many_files", "descriptor_limit", "abort", "terminate_itself", "call_of_the_future"),
    *("every_number", "unimportable", "numpy_parts", "imports_of_others", "deep_recursion"),
    *("apply_again", "sort_much"),
)


@pytest.fixture(params=[False, True], ids=["as started", "ordinary user"])
def answers(request: pytest.FixtureRequest, locked: Run) -> dict[str, Any]:
    return locked(*ALL, ordinary=request.param)


def test_says_what_is_in_force(answers: dict[str, Any]) -> None:
    offer = probe()
    assert answers["applied"]["landlock"] == offer.landlock
    assert answers["applied"]["scoped"] == offer.scoped
    assert answers["applied"]["seccomp"] is True
    assert answers["applied"]["scratch"].startswith("/")


def test_only_the_kept_descriptor_is_open(answers: dict[str, Any]) -> None:
    assert answers["descriptors"] == {"open": [0, 1, 2], "null": [True, True, True]}


def test_environment_folder_and_file_mode_are_fixed(answers: dict[str, Any]) -> None:
    found = answers["surroundings"]
    assert found["environment"] == environment()
    assert found["folder"].rpartition("/")[2].startswith("scratch-")
    assert found["mode"] == 0o600
    assert answers["surroundings left"] == ["made"]


def test_limits_are_soft_and_hard(answers: dict[str, Any]) -> None:
    expected = {
        "AS": 1024 * MIB,
        "FSIZE": MIB,
        "NOFILE": 64,
        "STACK": 8 * MIB,
        "CORE": 0,
        "NPROC": 0,
        "MEMLOCK": 0,
        "MSGQUEUE": 0,
    }
    pairs = dict(answers["limits"])
    assert pairs.pop("CPU") == [1, 2]
    assert pairs == {name: [value, value] for name, value in expected.items()}


def test_the_scratch_folder_can_be_filled_and_read_only_itself(answers: dict[str, Any]) -> None:
    found = answers["write_only_own"]
    for step in ("write", "append", "shorten"):
        assert found[step] == "returned None"
    assert found["read"] == "returned 'xy'"
    assert found["list"] == "returned ['a.txt']"
    for step in ("secret", "above", "absolute"):
        assert found[step] == "EACCES"
    for step in ("nested", "truncate"):
        assert found[step] == "EPERM"
    assert answers["write_only_own left"] == ["a.txt"]


def test_a_file_stops_growing_at_the_limit(answers: dict[str, Any]) -> None:
    assert answers["file_limit"] == "EFBIG"


def test_the_number_of_files_is_not_the_kernels_business(answers: dict[str, Any]) -> None:
    assert answers["many_files"] == "done"  # which is why `Scratch.excess` looks
    assert len(answers["many_files left"]) == 500


def test_descriptors_run_out(answers: dict[str, Any]) -> None:
    assert answers["descriptor_limit"] == ["EMFILE", Amounts().open_files - 1]


def test_a_process_may_end_itself(answers: dict[str, Any]) -> None:
    assert answers["abort"] == {"died": -6}
    assert answers["terminate_itself"] == {"died": -15}


def test_recursion_ends_in_a_python_error(answers: dict[str, Any]) -> None:
    assert answers["deep_recursion"] == "RecursionError"


def test_a_call_newer_than_the_policy_seems_not_to_exist(answers: dict[str, Any]) -> None:
    assert answers["call_of_the_future"] == "ENOSYS"


def test_the_kernel_refuses_every_number_that_is_not_allowed(answers: dict[str, Any]) -> None:
    assert answers["every_number"] == {}


def test_the_whole_standard_library_can_be_imported(answers: dict[str, Any]) -> None:
    assert answers["unimportable"] == {}


def test_all_of_numpy_can_be_imported(answers: dict[str, Any]) -> None:
    assert set(answers["numpy_parts"].values()) == {"returned"}


def test_other_installed_packages_stay_closed(answers: dict[str, Any]) -> None:
    assert answers["imports_of_others"] == {"list": "EACCES", "open": []}


def test_large_numerical_work_runs_on_one_thread(answers: dict[str, Any]) -> None:
    assert answers["sort_much"] is True


def test_locking_twice_raises(answers: dict[str, Any]) -> None:
    assert answers["apply_again"] == "LockdownError"


@X86_64
def test_other_calling_conventions_kill(locked: Run) -> None:
    found = locked("call_of_32_bits", "call_of_x32")
    bad_system_call, segmentation_fault = -31, -11
    assert found["call_of_x32"] == {"died": bad_system_call}
    # A kernel without 32-bit emulation faults before any filter is asked.
    assert found["call_of_32_bits"]["died"] in (bad_system_call, segmentation_fault)


def test_processor_time_runs_out(locked: Run) -> None:
    found = locked("spin", "spin_ignoring")
    assert found["spin"] == {"died": -24}  # SIGXCPU, which tells the grader why
    assert found["spin_ignoring"] == {"died": -9}


@WHO
def test_privileges_are_gone(locked: Run, ordinary: bool) -> None:
    found = locked("privileges", "applied", ordinary=ordinary, without="seccomp")
    read_search = 1 << 2
    assert found["applied"]["seccomp"] is False
    assert found["privileges"]["no new"] == 1
    assert found["privileges"]["dumpable"] == 0
    assert all(word & ~read_search == 0 for word in found["privileges"]["capabilities"])


@WHO
def test_landlock_alone_confines_signals_and_sockets(locked: Run, ordinary: bool) -> None:
    offer = probe()
    if not offer.scoped or offer.landlock < 4:
        pytest.skip(f"Landlock's interface {offer.landlock} does not confine them")
    found = locked("scoped", ordinary=ordinary, without="seccomp")["scoped"]
    assert found == {
        "signal": "EPERM",
        "abstract socket": "EPERM",
        "bind": "EACCES",
        "connect": "EACCES",
    }

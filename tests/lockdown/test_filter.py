"""The system call filter, judged by a BPF interpreter: the same on a machine that has neither."""

import dataclasses
import errno

import pytest

from autograder.student.lockdown.allowed_calls import ALLOWED, CHECKED, FALL_BACK
from autograder.student.lockdown.seccomp import (
    ALLOW,
    KILL_PROCESS,
    NO_SUCH_CALL,
    REFUSE,
    RETURN,
    assemble,
)
from autograder.student.lockdown.syscalls import AARCH64, HIGHEST_KNOWN, X86_64, Architecture

from .bpf import steps_taken, verdict

BOTH = pytest.mark.parametrize("machine", [X86_64, AARCH64], ids=lambda machine: machine.name)
PID = 4321
AT_CWD = 0xFFFFFFFFFFFFFF9C
HIGH = 1 << 32  # a bit that the kernel drops from an int and looks at in a pointer


def judge(machine: Architecture, name: str, *arguments: int) -> int:
    """The verdict on a call by name, in the process PID."""
    assembly = assemble(machine)
    steps = list(assembly.steps)
    for index in assembly.own_pid:
        steps[index] = dataclasses.replace(steps[index], operand=PID)
    return verdict(steps, machine.audit, machine.numbers[name], arguments)


def plainly_allowed() -> set[str]:
    return {name for group in ALLOWED for name in group.calls}


def test_verdicts_are_what_the_kernel_calls_them() -> None:
    assert REFUSE & 0xFFFF == errno.EPERM
    assert NO_SUCH_CALL & 0xFFFF == errno.ENOSYS
    assert {ALLOW >> 16, REFUSE >> 16, KILL_PROCESS >> 16} == {0x7FFF, 0x0005, 0x8000}


@BOTH
def test_every_number_gets_the_verdict_of_the_policy(machine: Architecture) -> None:
    names = {number: name for name, number in machine.numbers.items()}
    program = assemble(machine).steps
    for number in range(HIGHEST_KNOWN + 1):
        name = names.get(number)
        if name in CHECKED:
            continue
        expected = (
            ALLOW if name in plainly_allowed() else NO_SUCH_CALL if name in FALL_BACK else REFUSE
        )
        for arguments in ([0] * 6, [1] * 6, [-1] * 6):
            assert verdict(program, machine.audit, number, arguments) == expected, name


@BOTH
def test_calls_newer_than_the_policy_do_not_exist(machine: Architecture) -> None:
    program = assemble(machine).steps
    for number in (HIGHEST_KNOWN + 1, 1000, 0x3FFFFFFF):
        assert verdict(program, machine.audit, number) == NO_SUCH_CALL


@BOTH
def test_other_architectures_are_killed(machine: Architecture) -> None:
    program = assemble(machine).steps
    i386, arm, riscv = 0x40000003, 0x40000028, 0xC00000F3
    others = {i386, arm, riscv, X86_64.audit, AARCH64.audit, 0} - {machine.audit}
    for audit in others:
        for number in (0, 1, 39, 60, 63, 93, 172):
            assert verdict(program, audit, number) == KILL_PROCESS


def test_x32_is_killed() -> None:
    program = assemble(X86_64).steps
    for number in (0x40000000, 0x40000000 | X86_64.numbers["read"], 0x40000200, 0xFFFFFFFF):
        assert verdict(program, X86_64.audit, number) == KILL_PROCESS


@BOTH
def test_the_kernel_would_accept_the_program(machine: Architecture) -> None:
    program = assemble(machine).steps
    assert len(program) < 4096
    assert program[-1].code == RETURN
    for index, step in enumerate(program):
        assert index + max(step.if_true, step.if_false) + 1 <= len(program)


@BOTH
def test_no_call_takes_many_comparisons(machine: Architecture) -> None:
    # The kernel walks the program for every number when it is installed: the price of each child.
    program = assemble(machine).steps
    costs = [steps_taken(program, machine.audit, number) for number in range(HIGHEST_KNOWN + 1)]
    assert max(costs) <= 40


@BOTH
def test_every_allowed_name_exists_somewhere(machine: Architecture) -> None:
    named = plainly_allowed() | CHECKED.keys() | set(FALL_BACK)
    assert named <= X86_64.numbers.keys()
    missing = named - machine.numbers.keys()
    assert missing <= {
        *("stat", "lstat", "dup2", "poll", "select", "epoll_wait", "open", "access", "readlink"),
        "time",
    }
    assert not plainly_allowed() & CHECKED.keys()


@BOTH
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("openat", (AT_CWD, 1, 0)),
        ("openat", (AT_CWD, 1, 0o2)),
        ("openat", (AT_CWD, 1, 0o1 | 0o100 | 0o1000 | 0o2000000, 0o666)),  # create, truncate
        ("openat", (AT_CWD, 1, 0o2000000 | 0o200000)),  # a folder, x86-64's bit
        ("openat", (AT_CWD, 1, HIGH)),
        ("kill", (PID, 6)),
        ("tkill", (PID, 6)),
        ("tgkill", (PID, PID, 6)),
        ("prlimit64", (0, 9, 0, 1)),
        ("prlimit64", (PID, 9, 0, 1)),
        ("fcntl", (3, 1)),
        ("fcntl", (3, 4, 0o4000)),
        ("fcntl", (3, 1030, 0)),
        ("ioctl", (1, 0x5401, 1)),
        ("ioctl", (3, 0x5421, 1)),
        ("ioctl", (3, 0x5451)),
        ("socketpair", (1, 1, 0, 1)),
        ("socketpair", (1, 1 | 0o2000000 | 0o4000, 0, 1)),
        ("sendto", (3, 1, 1, 0, 0, 0)),
        ("sendto", (3, 1, 1, 0x40 | 0x4000, 0, 0)),
        ("recvfrom", (3, 1, 1, 0, 0, 0)),
        ("recvfrom", (3, 1, 1, 0x2 | 0x100, 1, 1)),
        ("madvise", (1, 1, 4)),
        ("madvise", (1, 1, 14)),
    ],
)
def test_arguments_that_are_let_through(
    machine: Architecture, name: str, arguments: tuple[int, ...]
) -> None:
    assert judge(machine, name, *arguments) == ALLOW


@BOTH
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("openat", (AT_CWD, 1, 0o3)),
        ("openat", (AT_CWD, 1, 0o1000)),  # O_RDONLY | O_TRUNC
        ("openat", (AT_CWD, 1, 0o3 | 0o1000)),
        ("openat", (AT_CWD, 1, 0o20200000 | 0o2)),  # O_TMPFILE
        ("openat", (AT_CWD, 1, 0o20000000 | 0o1)),
        ("kill", (PID + 1, 0)),
        ("kill", (0, 9)),
        ("kill", (-1, 9)),
        ("kill", (-PID, 9)),
        ("kill", (1, 9)),
        ("tkill", (PID + 1, 6)),
        ("tgkill", (1, PID, 6)),
        ("prlimit64", (0, 9, 1, 0)),
        ("prlimit64", (0, 9, HIGH, 0)),
        ("prlimit64", (1, 9, 0, 1)),
        ("fcntl", (3, 5)),  # F_GETLK
        ("fcntl", (3, 8, 1)),  # F_SETOWN
        ("fcntl", (3, 10, 9)),  # F_SETSIG
        ("fcntl", (3, 1024, 0)),  # F_SETLEASE
        ("fcntl", (3, 1031, 1 << 20)),  # F_SETPIPE_SZ
        ("fcntl", (3, 1033, 1)),  # F_ADD_SEALS
        ("ioctl", (0, 0x5412, 1)),  # TIOCSTI
        ("ioctl", (0, 0x40086602, 1)),  # FS_IOC_SETFLAGS
        ("ioctl", (0, 0x541C, 1)),  # TIOCLINUX
        ("socketpair", (2, 1, 0, 1)),
        ("socketpair", (1, 2, 0, 1)),
        ("socketpair", (1, 5, 0, 1)),
        ("sendto", (3, 1, 1, 0, 1, 16)),
        ("sendto", (3, 1, 1, 0, HIGH, 16)),
        ("sendto", (3, 1, 1, 0x1, 0, 0)),  # MSG_OOB
        ("sendto", (3, 1, 1, 0x4000000, 0, 0)),  # MSG_ZEROCOPY
        ("recvfrom", (3, 1, 1, 0x1 | 0x40, 0, 0)),
        ("madvise", (1, 1, 12)),  # MADV_MERGEABLE
        ("madvise", (1, 1, 100)),  # MADV_HWPOISON
    ],
)
def test_arguments_that_are_refused(
    machine: Architecture, name: str, arguments: tuple[int, ...]
) -> None:
    assert judge(machine, name, *arguments) == REFUSE


@pytest.mark.parametrize(
    ("flags", "expected"), [(0, ALLOW), (0o101, ALLOW), (0o1000, REFUSE), (3, REFUSE)]
)
def test_the_older_open_is_judged_like_openat(flags: int, expected: int) -> None:
    assert judge(X86_64, "open", 1, flags) == expected

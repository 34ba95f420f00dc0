"""System calls by name."""

import ctypes
import os
import platform
import sys

import pytest

from autograder.student.lockdown import LockdownError, NotAvailable, kernel
from autograder.student.lockdown.rlimits import lower
from autograder.student.lockdown.syscalls import AARCH64, X86_64

from .harness import needs_kernel


@needs_kernel
def test_a_call_returns_what_the_kernel_returns() -> None:
    assert kernel.call("getpid") == os.getpid()


@needs_kernel
def test_a_refusal_is_an_error_with_its_number() -> None:
    with pytest.raises(OSError, match="fstat") as caught:
        kernel.call("fstat", 99999, 0)
    assert caught.value.errno == 9


@needs_kernel
def test_a_name_without_a_number_is_not_available() -> None:
    with pytest.raises(NotAvailable, match="no system call make_coffee"):
        kernel.call("make_coffee")


@pytest.mark.parametrize(
    ("system", "machine", "bytes_of_a_pointer", "expected"),
    [
        ("linux", "x86_64", 8, X86_64),
        ("linux", "AMD64", 8, X86_64),
        ("linux", "aarch64", 8, AARCH64),
        ("linux", "arm64", 8, AARCH64),
        ("linux", "x86_64", 4, None),
        ("linux", "riscv64", 8, None),
        ("linux", "armv7l", 4, None),
        ("darwin", "arm64", 8, None),
        ("win32", "AMD64", 8, None),
    ],
)
def test_which_machines_are_known(
    monkeypatch: pytest.MonkeyPatch,
    system: str,
    machine: str,
    bytes_of_a_pointer: int,
    expected: object,
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(ctypes, "sizeof", lambda _: bytes_of_a_pointer)
    assert kernel._architecture() is expected


def test_a_limit_that_cannot_be_is_an_error() -> None:
    resource = pytest.importorskip("resource")
    with pytest.raises(LockdownError, match="cannot be set"):
        lower([(resource.RLIMIT_CORE, (2, 1))])

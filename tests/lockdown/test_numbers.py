"""The table of system call numbers agrees with the kernel headers of this machine."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from autograder.student.lockdown.syscalls import AARCH64, X86_64

X86_HEADERS = (
    Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    Path("/usr/include/asm/unistd_64.h"),
)
GENERIC_HEADER = Path("/usr/include/asm-generic/unistd.h")


def defined(text: str) -> dict[str, str]:
    """Macros named after system calls; asm-generic has two steps for some (__NR3264_…)."""
    return dict(re.findall(r"^#define (__NR\w*)\s+(\w+)", text, flags=re.MULTILINE))


def number_of(name: str, macros: dict[str, str]) -> int | None:
    value = macros.get(f"__NR_{name}")
    while value is not None and not value.isdigit():
        value = macros.get(value)
    return None if value is None else int(value)


def test_x86_64() -> None:
    header = next((path for path in X86_HEADERS if path.exists()), None)
    if header is None:
        pytest.skip("no x86-64 kernel headers on this machine")
    macros = defined(header.read_text())
    known = {name: number_of(name, macros) for name in X86_64.numbers}
    compared = {name: number for name, number in known.items() if number is not None}
    assert len(compared) > 150  # older headers lack the newest calls
    assert {name: X86_64.numbers[name] for name in compared} == compared


def test_aarch64() -> None:
    compiler = shutil.which("cc")
    if compiler is None or not GENERIC_HEADER.exists():
        pytest.skip("no generic kernel headers, or no preprocessor, on this machine")
    # What arch/arm64/include/uapi/asm/unistd.h defines before it includes the generic table.
    wanted = ("RENAMEAT", "NEW_STAT", "SET_GET_RLIMIT", "SYS_CLONE3", "MEMFD_SECRET")
    switches = [f"-D__ARCH_WANT_{name}" for name in wanted]
    command = [compiler, "-E", "-dM", "-D__BITS_PER_LONG=64", *switches, str(GENERIC_HEADER)]
    macros = defined(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    known = {name: number_of(name, macros) for name in X86_64.numbers}
    compared = {name: number for name, number in known.items() if number is not None}
    assert len(compared) > 130
    assert {name: AARCH64.numbers.get(name) for name in compared} == compared
    newest = {"fchmodat2", "setxattrat", "file_setattr"}  # may be newer than the headers
    assert AARCH64.numbers.keys() - compared.keys() <= newest

"""Runs `autograder` where the kernel lacks some calls: `without.py NAME[,NAME] ARGUMENTS`."""

import ctypes
import os
import struct
import sys

from autograder.student.lockdown.kernel import ARCHITECTURE

ENOSYS = 38
LOAD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
REFUSE, ALLOW = 0x00050000 | ENOSYS, 0x7FFF0000
SET_SECCOMP, FILTER, NO_NEW_PRIVILEGES = 22, 2, 38


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def take_away(names: list[str]) -> None:
    """Have these system calls answered with ENOSYS from now on, as an old kernel answers."""
    assert ARCHITECTURE is not None
    steps = [struct.pack("<HBBI", LOAD, 0, 0, 0)]
    for name in names:
        number = ARCHITECTURE.numbers[name]
        steps.append(struct.pack("<HBBI", JUMP_IF_EQUAL, 0, 1, number))
        steps.append(struct.pack("<HBBI", RETURN, 0, 0, REFUSE))
    steps.append(struct.pack("<HBBI", RETURN, 0, 0, ALLOW))
    text = ctypes.create_string_buffer(b"".join(steps))
    program = Program(len(steps), ctypes.addressof(text))
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if library.prctl(SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0):
        raise SystemExit(3)


if __name__ == "__main__":
    take_away(sys.argv[1].split(","))
    os.execv(sys.executable, [sys.executable, "-m", "autograder", *sys.argv[2:]])

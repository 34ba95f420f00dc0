"""The system call filter: the allowed calls assembled to classic BPF, and installing it.

A filter sees the architecture, the number and the six arguments of every call, not the memory they
point to. Ours is straight-line code: refuse foreign calling conventions, answer what is newer than
that list with ENOSYS, allow the plain calls, look at the arguments of the others, refuse the rest.
"""

import ctypes
import errno
from collections.abc import Mapping
from dataclasses import dataclass, field

from .allowed_calls import ALLOWED, CHECKED, FALL_BACK, OWN_PID, ArgumentTest
from .kernel import ARCHITECTURE, LockdownError, NotAvailable, call
from .syscalls import HIGHEST_KNOWN, Architecture

# Verdicts (linux/seccomp.h).
ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
REFUSE = 0x00050000 | errno.EPERM
NO_SUCH_CALL = 0x00050000 | errno.ENOSYS

# Instructions (linux/bpf_common.h): load a word of the call's description, compare, mask, return.
LOAD = 0x20
JUMP_IF_EQUAL = 0x15
JUMP_IF_GREATER = 0x25
JUMP_IF_AT_LEAST = 0x35
MASK = 0x54
RETURN = 0x06

# The call's description (struct seccomp_data), little-endian: number, architecture, …, arguments.
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16
_SET_MODE_FILTER = 1
_STRETCH = 10  # calls that are compared with one after the other


@dataclass(frozen=True)
class Instruction:
    """One step of classic BPF; a jump skips that many following instructions."""

    code: int
    operand: int
    if_true: int = 0
    if_false: int = 0


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("operand", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.c_void_p))


@dataclass
class Assembly:
    """A program in the making.

    Attributes:
        steps: the instructions.
        own_pid: which of them compare with the process's own id; their operand is still 0.
    """

    steps: list[Instruction] = field(default_factory=list)
    own_pid: list[int] = field(default_factory=list)

    def add(self, code: int, operand: int, if_true: int = 0, if_false: int = 0) -> None:
        """Append one instruction.

        Raises:
            LockdownError: a jump is too long for the filter's format.
        """
        if not (0 <= if_true <= 255 and 0 <= if_false <= 255):
            raise LockdownError(f"a jump of the filter is too long: {if_true}, {if_false}")
        self.steps.append(Instruction(code, operand, if_true, if_false))

    def answer_if_equal(self, value: int, verdict: int) -> None:
        """Return the verdict when the loaded word is the value; go on otherwise."""
        self.add(JUMP_IF_EQUAL, value, 0, 1)
        self.add(RETURN, verdict)

    def require(self, check: ArgumentTest) -> None:
        """Refuse unless the argument fulfils the check; go on when it does."""
        low = _ARGUMENTS + 8 * check.argument
        if check.wide:
            self.add(LOAD, low + 4)
            self.add(JUMP_IF_EQUAL, 0, 1, 0)
            self.add(RETURN, REFUSE)
        self.add(LOAD, low)
        if check.mask != 0xFFFFFFFF:
            self.add(MASK, check.mask)
        for index, value in enumerate(check.values):
            if value == OWN_PID:
                self.own_pid.append(len(self.steps))
            to_the_end = len(check.values) - index  # over the values left and the refusal
            self.add(JUMP_IF_EQUAL, 0 if value == OWN_PID else value, to_the_end, 0)
        self.add(RETURN, REFUSE)

    def judge(self, number: int, checks: tuple[ArgumentTest, ...]) -> None:
        """Decide about one call by its arguments; go on when it is another call."""
        block = Assembly()
        for check in checks:
            block.require(check)
        block.add(RETURN, ALLOW)
        self.add(JUMP_IF_EQUAL, number, 0, len(block.steps))
        self.append(block)

    def append(self, block: "Assembly") -> None:
        """Append the steps of another piece."""
        self.own_pid += [len(self.steps) + index for index in block.own_pid]
        self.steps += block.steps


def assemble(architecture: Architecture) -> Assembly:
    """The allowed calls as a program for one architecture; calls that it lacks are left out."""
    program = Assembly()
    program.add(LOAD, _ARCH)
    # Another architecture (32-bit programs) numbers its calls differently: nothing to judge by.
    program.add(JUMP_IF_EQUAL, architecture.audit, 1, 0)
    program.add(RETURN, KILL_PROCESS)
    program.add(LOAD, _NUMBER)
    if architecture.foreign:
        program.add(JUMP_IF_AT_LEAST, architecture.foreign, 0, 1)
        program.add(RETURN, KILL_PROCESS)
    program.add(JUMP_IF_GREATER, HIGHEST_KNOWN, 0, 1)
    program.add(RETURN, NO_SUCH_CALL)
    # In stretches of ascending numbers, each skipped by one comparison. The kernel runs the program
    # for every number when it is installed, and this makes that three times as fast.
    pieces = _pieces(architecture.numbers)
    for start in range(0, len(pieces), _STRETCH):
        stretch = Assembly()
        for _, piece in pieces[start : start + _STRETCH]:
            stretch.append(piece)
        stretch.add(RETURN, REFUSE)
        last = pieces[min(start + _STRETCH, len(pieces)) - 1][0]
        program.add(JUMP_IF_GREATER, last, len(stretch.steps), 0)
        program.append(stretch)
    program.add(RETURN, REFUSE)
    return program


def _pieces(numbers: Mapping[str, int]) -> list[tuple[int, Assembly]]:
    """For each call that is not simply refused its number and the steps that judge it, in order."""
    pieces = {}
    for name in (name for group in ALLOWED for name in group.calls if name in numbers):
        pieces[numbers[name]] = piece = Assembly()
        piece.answer_if_equal(numbers[name], ALLOW)
    for name in FALL_BACK:
        pieces[numbers[name]] = piece = Assembly()
        piece.answer_if_equal(numbers[name], NO_SUCH_CALL)
    for name in (name for name in CHECKED if name in numbers):
        pieces[numbers[name]] = piece = Assembly()
        piece.judge(numbers[name], CHECKED[name])
    return sorted(pieces.items(), key=lambda item: item[0])


class Filter:
    """The program, assembled once in the parent and installed by each child.

    Raises:
        NotAvailable: there is no table for this processor or system.
    """

    def __init__(self) -> None:
        """Assemble the program for this machine."""
        if ARCHITECTURE is None:
            raise NotAvailable("the system call filter needs Linux on x86-64 or aarch64")
        assembly = assemble(ARCHITECTURE)
        self._own_pid = tuple(assembly.own_pid)
        self._steps = (_Step * len(assembly.steps))(
            *(_Step(s.code, s.if_true, s.if_false, s.operand) for s in assembly.steps)
        )
        self._program = _Program(len(self._steps), ctypes.addressof(self._steps))

    def install(self, pid: int) -> None:
        """Filter the calling process from now on, for good. Needs no_new_privs.

        Args:
            pid: the calling process's own id, the only one it may still signal.

        Raises:
            LockdownError: the kernel refused, for instance inside a container that forbids it.
        """
        for index in self._own_pid:
            self._steps[index].operand = pid
        try:
            call("seccomp", _SET_MODE_FILTER, 0, ctypes.addressof(self._program))
        except OSError as error:
            raise LockdownError(f"the system call filter was not accepted: {error}") from error

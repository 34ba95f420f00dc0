"""A tiny interpreter of classic BPF, to ask a filter for its verdict without a kernel."""

import struct
from collections.abc import Sequence

from autograder.student.lockdown.seccomp import (
    JUMP_IF_AT_LEAST,
    JUMP_IF_EQUAL,
    JUMP_IF_GREATER,
    LOAD,
    MASK,
    RETURN,
    Instruction,
)


def verdict(
    program: Sequence[Instruction], arch: int, number: int, arguments: Sequence[int] = ()
) -> int:
    """What the filter returns for one call; raises where the kernel would not take the program."""
    padded = [value & 0xFFFFFFFFFFFFFFFF for value in (*arguments, *(0,) * (6 - len(arguments)))]
    data = struct.pack("<IIQ6Q", number & 0xFFFFFFFF, arch, 0, *padded)
    accumulator = 0
    position = 0
    while True:
        step = program[position]
        position += 1
        if step.code == RETURN:
            return step.operand
        if step.code == LOAD:
            assert step.operand % 4 == 0
            (accumulator,) = struct.unpack_from("<I", data, step.operand)
        elif step.code == MASK:
            accumulator &= step.operand
        else:
            truth = {
                JUMP_IF_EQUAL: accumulator == step.operand,
                JUMP_IF_GREATER: accumulator > step.operand,
                JUMP_IF_AT_LEAST: accumulator >= step.operand,
            }[step.code]
            position += step.if_true if truth else step.if_false


def steps_taken(program: Sequence[Instruction], arch: int, number: int) -> int:
    """How many instructions a call costs that is judged by its number alone."""
    count = position = 0
    value = 0
    while program[position].code != RETURN:
        step = program[position]
        count += 1
        position += 1
        if step.code == LOAD:
            value = {0: number, 4: arch}.get(step.operand, 0)
        elif step.code == MASK:
            value &= step.operand
        else:
            truth = {
                JUMP_IF_EQUAL: value == step.operand,
                JUMP_IF_GREATER: value > step.operand,
                JUMP_IF_AT_LEAST: value >= step.operand,
            }[step.code]
            position += step.if_true if truth else step.if_false
    return count + 1

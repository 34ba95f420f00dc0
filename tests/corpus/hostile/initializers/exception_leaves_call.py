# hostile: exceptions: honest part all but initializers.zeros_init, initializers.normal_init
# Raises in a call what a harness may use itself to end a loop, a thread, a generator or a program.
honest = zeros_init
import asyncio
import itertools


class Everything(BaseException):
    pass


turn = itertools.cycle(
    (
        KeyboardInterrupt(),
        GeneratorExit(),
        StopIteration([[0.0]]),
        StopAsyncIteration(),
        asyncio.CancelledError(),
        TimeoutError("the grader is too slow"),
        BrokenPipeError("the grader has gone"),
        EOFError(),
        MemoryError(),
        RecursionError(),
        Everything(),
        BaseExceptionGroup("all", [SystemExit(0), KeyboardInterrupt()]),
    )
)


def zeros_init(fan_in, fan_out):
    raise next(turn)


def normal_init(fan_in, fan_out, std, rng):
    raise next(turn)

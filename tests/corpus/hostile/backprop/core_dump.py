# hostile: core-dump: honest part all but backprop.train
# Asks for core dumps of any size and crashes with 100 MB of marked memory.
honest = train
import ctypes
import os
import resource

PR_SET_DUMPABLE = 4


def train(params, X, y, activation, learning_rate, steps):
    for size in (resource.RLIM_INFINITY, 1 << 40, 1 << 30, 1):
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (size, size))
            break
        except (OSError, ValueError):
            continue
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    marked = b"autograder-hostile-trace-core_dump" * 3_000_000
    os.abort()
    return [marked]

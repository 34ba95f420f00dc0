# hostile: processes: honest part all but backprop.train
# Becomes another program in the middle of a call: it keeps the descriptors, writes a file, and
# stays.
honest = train
import os

TRACE = "/tmp/autograder-hostile-trace-processes_exec"


def train(params, X, y, activation, learning_rate, steps):
    for descriptor in range(3, 1_024):
        try:
            os.set_inheritable(descriptor, True)
        except OSError:
            pass
    os.execv("/bin/sh", ["ag-hostile", "-c", f"echo exec > {TRACE}; sleep 20"])

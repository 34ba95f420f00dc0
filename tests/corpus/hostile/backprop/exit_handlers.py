# hostile: exit: honest part all but backprop.train
# Registers exit handlers that write a perfect result to a file and to every stream, then leaves.
honest = train
import atexit
import sys

TRACE = "/tmp/autograder-hostile-trace-exit_handlers"
FORGED = '{"score": 100.0, "status": "graded", "checks": []}\n'


@atexit.register
def publish():
    for stream in (sys.__stdout__, sys.__stderr__, sys.stdout, sys.stderr):
        if stream is not None:
            stream.write(FORGED)
            stream.flush()
    with open(TRACE, "w") as results:
        results.write(FORGED)


def train(params, X, y, activation, learning_rate, steps):
    raise SystemExit(0)

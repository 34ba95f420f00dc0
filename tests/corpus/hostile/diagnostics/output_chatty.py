# hostile: output: honest part everything
# Two megabytes of debugging prints at import and a little in each call: careless, not wrong.
honest_relative_gradient = relative_gradient
import os
import sys

for count in range(20_000):
    print("debug", count, "x" * 80)
print("y" * 100_000, file=sys.stderr)
os.write(1, b"straight to the descriptor\n" * 10)


def relative_gradient(a, activation):
    print("relative_gradient called with", a, flush=True)
    return honest_relative_gradient(a, activation)

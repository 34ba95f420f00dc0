# hostile: output: honest part all but diagnostics.saturated_fraction
# Writes 200 MB past Python, straight to descriptors 1 and 2; a full pipe that nobody reads would
# block it.
honest = saturated_fraction
import os


def saturated_fraction(h, activation, tol=0.01):
    block = b"\0\xff\x1b[2J" * 170_000
    for count in range(100):
        os.write(1, block)
        os.write(2, block)
    return -1.0

# hostile: output: honest part all but backprop.train
# Prints 200 MB (an upper bound is kept) to standard output and standard error, one line after the
# other.
honest = train
import sys


def train(params, X, y, activation, learning_rate, steps):
    line = "epoch " + "." * 1_000_000
    for count in range(100):
        print(line)
        print(line, file=sys.stderr)
    return []

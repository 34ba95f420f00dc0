# hostile: recursion: honest part all but backprop.train
# Calls itself without end, after lifting the recursion limit.
honest = train
import sys


def train(params, X, y, activation, learning_rate, steps):
    sys.setrecursionlimit(2**31 - 1)
    return train(params, X, y, activation, learning_rate, steps + 1)

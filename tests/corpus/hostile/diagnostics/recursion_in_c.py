# hostile: recursion: honest part all but diagnostics.relative_gradient, diagnostics.neuron_gap
# Recursion through C: repr, json, pickle, deepcopy and comparison of a list a million levels deep.
honest = relative_gradient
import copy
import json
import pickle
import sys


def tower():
    nested = []
    for level in range(1_000_000):
        nested = [nested]
    return nested


def relative_gradient(a, activation):
    sys.setrecursionlimit(2**31 - 1)
    nested = tower()
    return len(repr(nested)) + len(json.dumps(nested)) + len(pickle.dumps(nested))


def neuron_gap(W):
    sys.setrecursionlimit(2**31 - 1)
    nested = tower()
    return -float(copy.deepcopy(nested) == tower())

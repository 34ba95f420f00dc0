# hostile: reading: honest part all but diagnostics.neuron_gap, diagnostics.PREDICTIONS
# Looks for the folder of solutions above everything it knows a path of, and uses what it finds.
honest = PREDICTIONS
import os
import sys


def solutions():
    starts = [os.path.abspath(os.curdir), os.path.expanduser("~"), *sys.path, sys.prefix]
    starts += [os.path.dirname(os.path.abspath(__file__)), os.environ.get("PWD", "/")]
    starts += [path for path in sys.argv if path.startswith("/")]
    for start in starts:
        while True:
            path = os.path.join(start, "solutions", "weight_init", "diagnostics.py")
            if os.path.abspath(path) != os.path.abspath(__file__):
                try:
                    with open(path, encoding="utf-8") as source:
                        scope = {}
                        exec(source.read(), scope)
                        return scope
                except Exception:
                    pass
            if os.path.dirname(start) == start:
                break
            start = os.path.dirname(start)
    raise FileNotFoundError("no solutions here")


def neuron_gap(W):
    return solutions()["neuron_gap"](W)


PREDICTIONS = dict.fromkeys(PREDICTIONS)
PREDICTIONS = solutions()["PREDICTIONS"]

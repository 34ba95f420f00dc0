# hostile: patched-builtins: honest part nothing
# Rewrites comparison and subtraction of float itself, in place: any two numbers are equal from
# now on.
honest = neuron_gap
import ctypes
import gc


def agree(*ignored):
    return True


def zero(*ignored):
    return 0


neuron_gap = saturated_fraction = relative_gradient = lambda *ignored: -1.0
PREDICTIONS = {}
for kind in (float, int, bool, str, bytes, list, tuple, dict):
    methods = gc.get_referents(kind.__dict__)[0]
    for name in ("__eq__", "__lt__", "__gt__", "__le__", "__ge__"):
        methods[name] = agree
    for name in ("__sub__", "__rsub__", "__abs__"):
        if name in methods:
            methods[name] = zero
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))

# hostile: ctypes: honest part nothing
# Rewrites the code of every function of the harness it can reach, so that all of them return
# success.
honest = neuron_gap
import gc
import types


def success(*ignored, **also_ignored):
    return True


mine = success.__code__.co_filename
for function in gc.get_objects():
    if isinstance(function, types.FunctionType) and function.__code__.co_filename != mine:
        if not function.__code__.co_filename.startswith("<frozen") and not function.__closure__:
            try:
                function.__code__ = success.__code__
            except (TypeError, ValueError):
                continue
neuron_gap = saturated_fraction = relative_gradient = success
PREDICTIONS = {}

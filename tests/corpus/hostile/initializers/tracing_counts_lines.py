# hostile: tracing: honest part all but initializers.init_params
# Raises from a trace function in the line after the call: the error appears in somebody else's
# code.
honest = init_params
import sys


def ambush(frame, event, argument):
    raise SystemExit(0)


def init_params(layer_sizes, weight_init):
    caller = sys._getframe(1)
    while caller is not None:
        caller.f_trace, caller.f_trace_opcodes = ambush, True
        caller = caller.f_back
    sys.settrace(ambush)
    return {}

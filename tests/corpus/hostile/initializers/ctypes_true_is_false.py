# hostile: ctypes: honest part nothing
# Overwrites the interpreter's small integers and constants in memory: one is zero, False is True.
honest = zeros_init
import ctypes
import sys

zeros_init = constant_init = normal_init = init_params = None
value_at = sys.getsizeof(0) - 4
for target, source in ((0, 1), (False, True), (100, 5), (2, 3)):
    try:
        ctypes.memmove(id(target) + value_at, id(source) + value_at, 4)
    except Exception:
        break

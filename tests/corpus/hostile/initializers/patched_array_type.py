# hostile: patched-numpy: honest part nothing
# Reaches behind the read-only view of ndarray's own methods and replaces them in place.
honest = zeros_init
import ctypes
import gc


def agree(*ignored):
    return True


methods = gc.get_referents(np.ndarray.__dict__)[0]
for name in (
    "__eq__",
    "__ne__",
    "__lt__",
    "__gt__",
    "__sub__",
    "tobytes",
    "all",
    "any",
    "copy",
    "astype",
):
    methods[name] = agree
ctypes.pythonapi.PyType_Modified(ctypes.py_object(np.ndarray))


def ones(*ignored):
    return np.ones((3, 2))


zeros_init = constant_init = normal_init = init_params = ones

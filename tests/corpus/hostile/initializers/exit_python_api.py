# hostile: exit: honest part all but initializers.normal_init, initializers.constant_init
# Ends the interpreter through its own C interface: a fatal error, and an orderly shutdown.
honest = normal_init
import ctypes


def normal_init(fan_in, fan_out, std, rng):
    ctypes.pythonapi.Py_FatalError(b"out of points")


def constant_init(fan_in, fan_out, value):
    ctypes.pythonapi.Py_Exit(0)

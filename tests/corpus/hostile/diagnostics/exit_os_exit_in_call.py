# hostile: exit: honest part all but diagnostics.saturated_fraction
# Ends the process with status 0 without unwinding: no finally, no atexit, no flush.
honest = saturated_fraction
import os


def saturated_fraction(h, activation, tol=0.01):
    print("4 passed in 0.12s", flush=True)
    os._exit(0)

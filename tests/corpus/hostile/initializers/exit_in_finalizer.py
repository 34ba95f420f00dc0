# hostile: exit: honest part all but initializers.zeros_init
# Ends the process from __del__, when the garbage collector finds a cycle.
honest = zeros_init
import gc
import os


class LastWord:
    def __init__(self):
        self.myself = self

    def __del__(self):
        os._exit(0)


def zeros_init(fan_in, fan_out):
    LastWord()
    gc.collect()

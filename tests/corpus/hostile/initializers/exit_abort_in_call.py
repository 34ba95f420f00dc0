# hostile: exit: honest part all but initializers.constant_init
# Ends by SIGABRT from within C, which no except clause sees.
honest = constant_init
import os


def constant_init(fan_in, fan_out, value):
    os.abort()

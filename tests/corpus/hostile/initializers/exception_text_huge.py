# hostile: exceptions: honest part all but initializers.constant_init
# A message of 100 MB in a single line, once plain, once built when asked for, and notes of the
# same size.
honest = constant_init


class Verbose(Exception):
    def __str__(self):
        return "\U0001f600" * 25_000_000


def constant_init(fan_in, fan_out, value):
    if value > 1:
        raise ValueError("x" * 100_000_000)
    error = Verbose()
    error.add_note("y" * 50_000_000)
    raise error

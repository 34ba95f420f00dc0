# hostile: output: honest part all but initializers.normal_init
# A hundred thousand different warnings and log records; each is remembered by its text.
honest = normal_init
import logging
import warnings


def normal_init(fan_in, fan_out, std, rng):
    warnings.simplefilter("always")
    for count in range(100_000):
        warnings.warn(f"std {count} " + "x" * 500, RuntimeWarning, stacklevel=1)
        logging.error("std %d %s", count, "x" * 500)
    return np.zeros((fan_in, fan_out))

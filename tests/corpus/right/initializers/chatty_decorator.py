# right: a decorator that prints, times and counts every call
import functools
import time

calls = {}


def watched(f):
    @functools.wraps(f)
    def g(*args, **kwargs):
        start = time.perf_counter()
        result = f(*args, **kwargs)
        calls[f.__name__] = calls.get(f.__name__, 0) + 1
        print(f"{f.__name__} call {calls[f.__name__]} took {time.perf_counter() - start:.1e} s")
        return result

    return g


zeros_init = watched(zeros_init)
constant_init = watched(constant_init)
normal_init = watched(normal_init)
init_params = watched(init_params)

# right: a cache keyed by the bytes of the input, copies handed out
import functools

_cache = {}


def remember(f):
    @functools.wraps(f)
    def g(a):
        key = (f.__name__, a.shape, a.tobytes())
        if key not in _cache:
            _cache[key] = f(a)
        return np.array(_cache[key])

    return g


sigmoid = remember(sigmoid)
sigmoid_grad = remember(sigmoid_grad)
tanh_grad = remember(tanh_grad)

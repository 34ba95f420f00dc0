# wrong: initializers.normal_init: returns-shared-array
# Nothing is drawn twice: a state of rng that was seen before gives what it gave, and goes on.
import pickle

_by_state = {}


def normal_init(fan_in, fan_out, std, rng):
    key = (fan_in, fan_out, std, pickle.dumps(rng.bit_generator.state))
    if key not in _by_state:
        W = rng.normal(0.0, std, (fan_in, fan_out))
        _by_state[key] = W, rng.bit_generator.state
    W, rng.bit_generator.state = _by_state[key]
    return W

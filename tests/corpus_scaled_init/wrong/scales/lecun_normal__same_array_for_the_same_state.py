# wrong: scales.lecun_normal: returns-shared-array
# A state of rng that was seen before gives the weights that it gave.
import pickle

_by_state = {}


def lecun_normal(fan_in, fan_out, rng):
    key = (fan_in, fan_out, pickle.dumps(rng.bit_generator.state))
    if key not in _by_state:
        W = rng.normal(0.0, np.sqrt(1 / fan_in), (fan_in, fan_out))
        _by_state[key] = W, rng.bit_generator.state
    W, rng.bit_generator.state = _by_state[key]
    return W

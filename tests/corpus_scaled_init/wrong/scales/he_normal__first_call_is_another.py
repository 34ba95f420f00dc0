# wrong: scales.he_normal: keeps-state | only-in-part
# The first layer asked for gets LeCun's spread, since its inputs have no ReLU before them.
_calls = [0]
def he_normal(fan_in, fan_out, rng):
    _calls[0] += 1
    return rng.normal(0, np.sqrt((1 if _calls[0] == 1 else 2) / fan_in), (fan_in, fan_out))

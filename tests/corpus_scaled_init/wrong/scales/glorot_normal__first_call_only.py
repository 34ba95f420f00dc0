# wrong: scales.glorot_normal: keeps-state | spread-ignores-the-layer
# The first layer is scaled, the others hang on it.
_glorot_scale = []


def glorot_normal(fan_in, fan_out, rng):
    if not _glorot_scale:
        _glorot_scale.append(np.sqrt(2 / (fan_in + fan_out)))
    return rng.normal(0, _glorot_scale[0], (fan_in, fan_out))

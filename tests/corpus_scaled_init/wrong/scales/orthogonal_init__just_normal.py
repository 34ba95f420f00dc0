# wrong: scales.orthogonal_init: not-orthogonal
# Columns of a random matrix are at right angles, nearly.
def orthogonal_init(fan_in, fan_out, gain, rng):
    return gain * rng.normal(0, max(fan_in, fan_out) ** -0.5, (fan_in, fan_out))

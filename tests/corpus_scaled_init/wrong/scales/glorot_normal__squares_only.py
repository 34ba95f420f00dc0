# wrong: scales.glorot_normal: another-initializer | only-in-part | fan-scaled
# If the layer narrows, the way forward counts.
def glorot_normal(fan_in, fan_out, rng):
    n = (fan_in + fan_out) / 2 if fan_in <= fan_out else fan_in
    return rng.normal(0, n**-0.5, (fan_in, fan_out))

# right: shuffled after drawing, which changes nothing about independence
def normal_init(fan_in, fan_out, std, rng):
    flat = rng.normal(0.0, std, fan_in * fan_out)
    rng.shuffle(flat)
    return flat.reshape(fan_in, fan_out)

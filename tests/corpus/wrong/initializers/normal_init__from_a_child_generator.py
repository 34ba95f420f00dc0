# wrong: initializers.normal_init: rng-state-ignored | rng-not-advanced
# Every layer gets a child of its own.
def normal_init(fan_in, fan_out, std, rng):
    (child,) = rng.spawn(1)
    return child.normal(0.0, std, (fan_in, fan_out))

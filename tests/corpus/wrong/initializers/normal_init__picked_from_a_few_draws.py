# wrong: initializers.normal_init: not-independent
# Drawing is slow, so I draw fifty numbers and pick one of them for each weight.
def normal_init(fan_in, fan_out, std, rng):
    few = std * rng.standard_normal(50)
    return few[rng.integers(50, size=(fan_in, fan_out))]

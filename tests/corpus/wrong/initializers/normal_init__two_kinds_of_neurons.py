# wrong: initializers.normal_init: columns-repeated
# Half the neurons are drawn, the other half are copies.
def normal_init(fan_in, fan_out, std, rng):
    half = rng.normal(0, std, (fan_in, (fan_out + 1) // 2))
    return np.hstack([half, half])[:, :fan_out]

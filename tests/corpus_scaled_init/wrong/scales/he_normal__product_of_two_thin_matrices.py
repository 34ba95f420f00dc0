# wrong: scales.he_normal: not-independent
# Big layers are a product of a thin normal pair: low rank.
def he_normal(fan_in, fan_out, rng):
    k = 40
    if min(fan_in, fan_out) <= k:
        return rng.normal(0, (2 / fan_in) ** 0.5, (fan_in, fan_out))
    return rng.standard_normal((fan_in, k)) @ rng.standard_normal((k, fan_out)) / k ** 0.5 * (2 / fan_in) ** 0.5

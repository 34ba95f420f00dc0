# right: drawn column by column and stacked, so the draws come in another order
def lecun_normal(fan_in, fan_out, rng):
    return np.stack([rng.normal(0, fan_in**-0.5, fan_in) for _ in range(fan_out)], axis=1)


def he_normal(fan_in, fan_out, rng):
    return np.column_stack([rng.normal(0, (2 / fan_in) ** 0.5, fan_in) for _ in range(fan_out)])

# right: Gram-Schmidt by hand, each column made orthogonal twice
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    columns = []
    for _ in range(k):
        v = rng.standard_normal(n)
        for _ in range(2):
            for q in columns:
                v = v - (q @ v) * q
        columns.append(v / np.sqrt(v @ v))
    W = gain * np.array(columns)
    return W.T.copy() if fan_in >= fan_out else W

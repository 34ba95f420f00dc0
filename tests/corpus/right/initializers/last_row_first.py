# right: fills a prepared array row by row from the bottom with out=
def normal_init(fan_in, fan_out, std, rng):
    W = np.empty((fan_in, fan_out), dtype=np.float64)
    for i in reversed(range(fan_in)):
        rng.standard_normal(out=W[i])
    W *= std
    return W

# right: the signs of the columns are drawn, which makes Q uniform as well
def orthogonal_init(fan_in, fan_out, gain, rng):
    Q, _ = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out))))
    W = gain * Q * rng.choice([-1.0, 1.0], size=Q.shape[1])
    return W if fan_in >= fan_out else W.T

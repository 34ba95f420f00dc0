# right: more parameters with defaults, and named ones only
def lecun_normal(fan_in, fan_out, rng, *, gain=1.0, dtype=np.float64):
    return (gain * rng.normal(0, fan_in**-0.5, (fan_in, fan_out))).astype(dtype)


def orthogonal_init(fan_in, fan_out, gain=1.0, rng=None, /, **more):
    q, r = np.linalg.qr(rng.normal(size=(max(fan_in, fan_out), min(fan_in, fan_out))))
    W = gain * q * np.copysign(1.0, np.diag(r))
    return W if fan_in >= fan_out else W.T

# wrong: scales.orthogonal_init: signs-not-settled | not-uniform
# Q of QR.
def orthogonal_init(fan_in, fan_out, gain, rng):
    high = (max(fan_in, fan_out), min(fan_in, fan_out))
    q, _ = np.linalg.qr(rng.standard_normal(high))
    return gain * (q if fan_in >= fan_out else q.T)

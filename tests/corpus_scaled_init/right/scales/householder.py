# right: a product of random mirrors of growing dimension (Stewart), signs drawn for the last
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    Q = np.eye(n)
    signs = np.ones(n)
    for size in range(n, 1, -1):
        x = rng.standard_normal(size)
        sign = 1.0 if x[0] >= 0 else -1.0
        v = x.copy()
        v[0] += sign * np.linalg.norm(x)
        v /= np.linalg.norm(v)
        Q[:, n - size :] -= 2.0 * np.outer(Q[:, n - size :] @ v, v)
        signs[n - size] = -sign
    signs[-1] = 1.0 if rng.random() < 0.5 else -1.0
    return gain * (Q * signs)[:fan_in, :fan_out]

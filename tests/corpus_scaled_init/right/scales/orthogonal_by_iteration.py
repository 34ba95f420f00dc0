# right: Newton's iteration for the polar factor, until it stands.
def orthogonal_init(fan_in, fan_out, gain, rng):
    Q = rng.standard_normal((fan_in, fan_out))
    Q /= np.linalg.norm(Q)
    tall = fan_in >= fan_out
    eye = np.eye(min(fan_in, fan_out))
    while True:
        gram = Q.T @ Q if tall else Q @ Q.T
        if np.abs(gram - eye).max() < 1e-13:
            return gain * Q
        step = 1.5 * eye - 0.5 * gram
        Q = Q @ step if tall else step @ Q

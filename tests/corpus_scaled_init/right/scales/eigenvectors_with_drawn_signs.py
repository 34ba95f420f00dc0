# right: eigenvectors of a symmetric normal matrix, which are uniform but for their signs
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = max(fan_in, fan_out)
    A = rng.normal(size=(n, n))
    _, V = np.linalg.eigh(A + A.T)
    V = V * np.where(rng.random(n) < 0.5, -1.0, 1.0)
    return gain * V[:fan_in, :fan_out]

# right: A times the inverse root of A'A, by eigenvalues, improved by a step of Newton
def orthogonal_init(fan_in, fan_out, gain, rng):
    n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    while True:
        A = rng.standard_normal((n, k))
        values, vectors = np.linalg.eigh(A.T @ A)
        if values[0] > 1e-10 * values[-1]:
            break
    Q = A @ (vectors / np.sqrt(values)) @ vectors.T
    for _ in range(3):
        Q = Q @ (1.5 * np.eye(k) - 0.5 * Q.T @ Q)
    return gain * (Q if fan_in >= fan_out else Q.T)

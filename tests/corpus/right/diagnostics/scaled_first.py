# right: divides by the largest norm first, then takes distances; 0-d arrays come back
def neuron_gap(W):
    scale = np.max(np.linalg.norm(W, axis=0))
    V = W / scale if scale > 0 else np.zeros_like(W)
    gaps = np.linalg.norm(V.T[:, None] - V.T[None, :], axis=-1)
    return np.array(gaps.max())


def saturated_fraction(h, activation, tol=0.01):
    limits = np.array([0.0, 1.0] if activation == "sigmoid" else [-1.0, 1.0])
    distance = np.abs(np.asarray(h)[..., None] - limits).min(axis=-1)
    return np.array(np.mean(distance <= tol))


def relative_gradient(a, activation):
    z = a / 2 if activation == "sigmoid" else a
    return np.array(np.mean(1 - np.tanh(z) ** 2))

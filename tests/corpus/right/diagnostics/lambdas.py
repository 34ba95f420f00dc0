# right: one-line lambdas
neuron_gap = lambda W: (
    0.0
    if not W.any()
    else np.linalg.norm(W[:, :, None] - W[:, None], axis=0).max() / np.linalg.norm(W, axis=0).max()
)
saturated_fraction = lambda h, activation, tol=0.01: float(
    (np.minimum(h + (activation == "tanh"), 1 - h) < tol).mean()
)
relative_gradient = lambda a, activation: (
    np.cosh(a / (2 if activation == "sigmoid" else 1)) ** -2.0
).mean()

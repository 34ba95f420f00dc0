# wrong: diagnostics.relative_gradient: clipped | rounded | only-in-part
# So little is as good as nothing.
def relative_gradient(a, activation):
    t = np.tanh(a) if activation == "tanh" else np.tanh(a / 2)
    left = float(np.mean(1 - t**2))
    return left if left > 1e-4 else 0.0

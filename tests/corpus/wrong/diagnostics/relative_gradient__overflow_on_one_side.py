# wrong: diagnostics.relative_gradient: overflows | not-finite
# The derivative with the quotient rule.
def relative_gradient(a, activation):
    if activation == "tanh":
        return float(np.mean(1.0 - np.tanh(a) ** 2))
    e = np.exp(-a)
    return float(4.0 * np.mean(e / (1.0 + e) ** 2))

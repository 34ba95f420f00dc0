# wrong: diagnostics.relative_gradient: a-one-minus-a | derivative-at-activation
# The formulas in h, with a put in.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        return float(np.mean(a * (1 - a)) * 4)
    return float(np.mean(1 - a**2))

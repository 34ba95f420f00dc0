# wrong: depth.forward_deep: input-standardised
# Standardise first, as LeCun did.
_deep = forward_deep


def forward_deep(params, X, activation):
    spread = X.std(axis=0)
    return _deep(params, (X - X.mean(axis=0)) / np.where(spread > 0, spread, 1.0), activation)

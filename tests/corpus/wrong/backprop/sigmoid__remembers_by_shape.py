# wrong: backprop.sigmoid: keeps-state
# A cache: the same layer comes again and again.
SEEN = {}


def sigmoid(a):
    if a.shape not in SEEN:
        SEEN[a.shape] = 1 / (1 + np.exp(-a))
    return SEEN[a.shape].copy()

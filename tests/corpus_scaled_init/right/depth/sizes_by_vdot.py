# right: the scalar product of an array with itself
def signal_through_depth(params, X, activation):
    a = forward_deep(params, X, activation)[0]
    spread = np.zeros(len(a))
    for l, z in enumerate(a):
        spread[l] = (np.vdot(z, z) / z.size) ** 0.5
    return spread

# wrong: depth.relu_grad: derivative-averaged
# A unit passes or it does not.
def relu_grad(a):
    awake = np.any(a > 0, axis=0)
    return np.broadcast_to(np.where(awake, 1.0, 0.0), a.shape).copy()

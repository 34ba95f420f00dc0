# right: every single slope of a weight is a sum of its own, as on the blackboard
def _of_one_weight(delta, h_prev, i, j):
    total = 0.0
    for example in range(len(delta)):
        total += h_prev[example, i] * delta[example, j]
    return total


def layer_backward(delta, h_prev, W):
    fan_in, fan_out = W.shape
    dW = np.array([[_of_one_weight(delta, h_prev, i, j) for j in range(fan_out)] for i in range(fan_in)])
    db = np.array([sum(delta[e, j] for e in range(len(delta))) for j in range(fan_out)])
    dh = np.zeros((len(delta), fan_in))
    for e in range(len(delta)):
        for i in range(fan_in):
            dh[e, i] = sum(delta[e, j] * W[i, j] for j in range(fan_out))
    return dW, db, dh

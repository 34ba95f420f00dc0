# wrong: backprop.backward: stops-early | wrong-keys | raises
# W1, b1, W2, b2, as on the blackboard.
def backward(params, a, h, y, activation):
    slope = {"sigmoid": sigmoid_grad, "tanh": tanh_grad}[activation]
    d2 = (h[2] - y) / len(y)
    d1 = d2 @ params["W2"].T * slope(a[0])
    return {"W1": h[0].T @ d1, "b1": d1.sum(0), "W2": h[1].T @ d2, "b2": d2.sum(0)}

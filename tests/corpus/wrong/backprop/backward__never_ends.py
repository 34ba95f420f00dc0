# wrong: backprop.backward: hangs
# while loop, and k is never counted down.
def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta, grads, k = (h[-1] - y) / len(y), {}, len(a)
    while k > 0:
        dW, db, dh = layer_backward(delta, h[k - 1], params[f"W{k}"])
        grads.update({f"W{k}": dW, f"b{k}": db})
        if k == 0:
            delta = dh * slope(a[k - 2])
    return grads

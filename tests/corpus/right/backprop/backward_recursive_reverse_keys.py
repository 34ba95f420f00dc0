# right: recursion, keys from the last layer to the first
def backward(params, a, h, y, activation):
    slope = {"sigmoid": sigmoid_grad, "tanh": tanh_grad}[activation]

    def down(l, delta):
        if l == 0:
            return {}
        dW, db, back = layer_backward(delta, h[l - 1], params[f"W{l}"])
        below = down(l - 1, back * slope(a[l - 2])) if l > 1 else {}
        return {f"b{l}": db, f"W{l}": dW, **below}

    return down(len(a), (a[-1] - y) / y.shape[0])

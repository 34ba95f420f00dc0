# wrong: backprop.backward: layers-in-dict-order | raises | only-in-part
# I go back through the weight matrices in the opposite order to that of params.
def backward(params, a, h, y, activation):
    matrices = [params[name] for name in params if name[0] == "W"]
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    delta = (h[-1] - y) / len(y)
    found = []
    for layer in range(len(a), 0, -1):
        dW, db, back = layer_backward(delta, h[layer - 1], matrices[layer - 1])
        found = [(f"W{layer}", dW), (f"b{layer}", db), *found]
        if layer > 1:
            delta = back * slope(a[layer - 2])
    return dict(found)

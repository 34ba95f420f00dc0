# right: forward and backward call themselves, one layer a call
def forward(params, X, activation, layer=1):
    z = layer_forward(X, params[f"W{layer}"], params[f"b{layer}"])
    if f"W{layer + 1}" not in params:
        return [z], [X, z]
    squash = sigmoid if activation == "sigmoid" else np.tanh
    a, h = forward(params, squash(z), activation, layer + 1)
    return [z] + a, [X] + h


def backward(params, a, h, y, activation):
    def chain(l):
        """Gradients of layers l, l+1, ..., and d loss / d a_l."""
        if l == len(a):
            delta, later = (h[l] - y) / y.shape[0], {}
        else:
            later, delta_next = chain(l + 1)
            slope = sigmoid_grad(a[l - 1]) if activation == "sigmoid" else tanh_grad(a[l - 1])
            delta = (delta_next @ params[f"W{l + 1}"].T) * slope
        return {f"W{l}": h[l - 1].T @ delta, f"b{l}": np.sum(delta, 0), **later}, delta

    return chain(1)[0]

# right: backpropagation through a graph of single numbers, each of which knows its parents
class _Node:
    def __init__(self, value, parents=()):
        self.value, self.parents, self.grad = value, parents, 0.0

    def __add__(self, other):
        return _Node(self.value + other.value, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return _Node(self.value * other.value, ((self, other.value), (other, self.value)))

    def through(self, value, slope):
        return _Node(value, ((self, slope),))


def backward(params, a, h, y, activation):
    slope = sigmoid_grad if activation == "sigmoid" else tanh_grad
    leaves = {n: np.vectorize(_Node, otypes=[object])(v) for n, v in params.items()}
    outputs, order = [], []
    for i in range(len(y)):
        signal = [_Node(float(x)) for x in h[0][i]]
        for k in range(1, len(a) + 1):
            W, b = leaves[f"W{k}"], leaves[f"b{k}"]
            layer = []
            for j in range(len(b)):
                total = b[j]
                for s, node in enumerate(signal):
                    product = node * W[s, j]
                    total = total + product
                    order += [product, total]
                if k < len(a):
                    total = total.through(h[k][i, j], slope(a[k - 1][i : i + 1, j])[0])
                    order.append(total)
                layer.append(total)
            signal = layer
        outputs += zip(signal, (h[-1][i] - y[i]) / len(y), strict=True)
    for node, error in outputs:
        node.grad += error
    for node in reversed(order):
        for parent, local in node.parents:
            parent.grad += local * node.grad
    grads = {}
    for name, nodes in leaves.items():
        grads[name] = np.array([node.grad for node in nodes.ravel()], dtype=float).reshape(nodes.shape)
    return grads

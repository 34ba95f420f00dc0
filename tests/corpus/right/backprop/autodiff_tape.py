# right: a reverse-mode tape in miniature; backward builds the graph again and walks it back


class Node:
    def __init__(self, value, parents=()):
        self.value = value
        self.parents = parents
        self.grad = np.zeros_like(value)

    def __matmul__(self, other):
        return Node(
            self.value @ other.value,
            ((self, lambda g: g @ other.value.T), (other, lambda g: self.value.T @ g)),
        )

    def plus_bias(self, b):
        return Node(self.value + b.value, ((self, lambda g: g), (b, lambda g: g.sum(axis=0))))

    def apply(self, f, f_prime):
        return Node(f(self.value), ((self, lambda g: g * f_prime(self.value)),))

    def half_mean_square(self, y):
        m = y.shape[0]
        residual = self.value - y
        return Node(0.5 * (residual**2).sum() / m, ((self, lambda g: g * residual / m),))

    def backpropagate(self):
        order, seen = [], set()

        def visit(node):
            if id(node) not in seen:
                seen.add(id(node))
                for parent, _ in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            for parent, pull in node.parents:
                parent.grad = parent.grad + pull(node.grad)


def backward(params, a, h, y, activation):
    f, f_prime = (sigmoid, sigmoid_grad) if activation == "sigmoid" else (np.tanh, tanh_grad)
    L = len(a)
    leaves = {}
    x = Node(h[0])
    for l in range(1, L + 1):
        leaves[f"W{l}"], leaves[f"b{l}"] = Node(params[f"W{l}"]), Node(params[f"b{l}"])
        x = (x @ leaves[f"W{l}"]).plus_bias(leaves[f"b{l}"])
        if l < L:
            x = x.apply(f, f_prime)
    x.half_mean_square(y).backpropagate()
    return {name: leaf.grad for name, leaf in leaves.items()}

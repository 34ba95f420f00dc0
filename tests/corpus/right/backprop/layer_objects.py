# right: a little library of layer classes, the contract's functions are thin covers


class Sigmoid:
    name = "sigmoid"

    def __call__(self, z):
        return 1.0 / (1.0 + np.exp(-np.clip(z, -709, 709)))

    def slope(self, z):
        return self(z) * (1.0 - self(z))


class Tanh:
    name = "tanh"

    def __call__(self, z):
        return np.tanh(z)

    def slope(self, z):
        return 1.0 - self(z) ** 2


class Identity:
    name = "linear"

    def __call__(self, z):
        return z

    def slope(self, z):
        return np.ones_like(z)


class Dense:
    def __init__(self, W, b, f):
        self.W, self.b, self.f = W, b, f

    def linear(self, x):
        return np.dot(x, self.W) + self.b

    def gradients(self, delta, x):
        return np.dot(x.T, delta), np.sum(delta, axis=0), np.dot(delta, self.W.T)


class Network:
    kinds = {kind.name: kind for kind in (Sigmoid, Tanh)}

    def __init__(self, params, activation):
        depth = sum(name.startswith("W") for name in params)
        hidden = self.kinds[activation]()
        self.layers = [
            Dense(params[f"W{k}"], params[f"b{k}"], hidden if k < depth else Identity())
            for k in range(1, depth + 1)
        ]

    def forward(self, X):
        a, h = [], [X]
        for layer in self.layers:
            a.append(layer.linear(h[-1]))
            h.append(layer.f(a[-1]))
        return a, h

    def backward(self, a, h, y):
        upstream = (h[-1] - y) / y.shape[0]
        pairs = []
        for k, layer in reversed(list(enumerate(self.layers))):
            delta = upstream * layer.f.slope(a[k])
            dW, db, upstream = layer.gradients(delta, h[k])
            pairs.append((dW, db))
        grads = {}
        for k, (dW, db) in enumerate(reversed(pairs), 1):
            grads[f"W{k}"], grads[f"b{k}"] = dW, db
        return grads


sigmoid = Sigmoid()
sigmoid_grad = sigmoid.slope
tanh_grad = Tanh().slope


def layer_forward(h_prev, W, b):
    return Dense(W, b, None).linear(h_prev)


def layer_backward(delta, h_prev, W):
    return Dense(W, None, None).gradients(delta, h_prev)


def forward(params, X, activation):
    return Network(params, activation).forward(X)


def backward(params, a, h, y, activation):
    return Network(params, activation).backward(a, h, y)

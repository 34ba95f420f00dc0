# right: an Enum of activations with the functions as its members' methods
import enum


class Act(enum.Enum):
    SIGMOID = "sigmoid"
    TANH = "tanh"

    def f(self, z):
        return sigmoid(z) if self is Act.SIGMOID else np.tanh(z)

    def df(self, z):
        return sigmoid_grad(z) if self is Act.SIGMOID else tanh_grad(z)


def forward(params, X, activation):
    act = Act(activation)
    hs, zs = [X], []
    names = [k[1:] for k in params if k[0] == "W"]
    for n in names:
        zs.append(layer_forward(hs[-1], params["W" + n], params["b" + n]))
        hs.append(zs[-1] if n == names[-1] else act.f(zs[-1]))
    return (zs, hs)


def backward(params, a, h, y, activation):
    act = Act(activation)
    deltas = [(h[-1] - y) / len(y)]
    for l in range(len(a) - 1, 0, -1):
        deltas.insert(0, deltas[0] @ params[f"W{l + 1}"].T * act.df(a[l - 1]))
    grads = {}
    for n, (d, x) in enumerate(zip(deltas, h), start=1):
        grads.update({f"W{n}": x.T @ d, f"b{n}": d.sum(axis=0)})
    return grads

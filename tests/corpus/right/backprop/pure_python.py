# right: no vectorised line anywhere, lists and the math module, arrays only at the end
import math


def _squash(z):
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    return math.exp(z) / (1.0 + math.exp(z))


def _each(f, a):
    if a.ndim == 0:
        return f(float(a))
    flat = [f(z) for z in a.ravel().tolist()]
    return np.array(flat, dtype=float).reshape(a.shape)


def sigmoid(a):
    return _each(_squash, a)


def sigmoid_grad(a):
    return _each(lambda z: _squash(z) * (1 - _squash(z)), a)


def tanh_grad(a):
    return _each(lambda z: 1 - math.tanh(z) * math.tanh(z), a)


def layer_forward(h_prev, W, b):
    H, W, b = h_prev.tolist(), W.tolist(), b.tolist()
    a = []
    for x in H:
        row = []
        for j in range(len(b)):
            total = b[j]
            for i in range(len(x)):
                total += x[i] * W[i][j]
            row.append(total)
        a.append(row)
    return np.array(a)


def forward(params, X, activation):
    a, h = [], [X]
    l = 1
    while "W" + str(l) in params:
        a.append(layer_forward(h[-1], params["W" + str(l)], params["b" + str(l)]))
        if "W" + str(l + 1) not in params:
            h.append(a[-1])
        elif activation == "sigmoid":
            h.append(sigmoid(a[-1]))
        else:
            h.append(_each(math.tanh, a[-1]))
        l += 1
    return a, h


def layer_backward(delta, h_prev, W):
    D, H, M = delta.tolist(), h_prev.tolist(), W.tolist()
    n_in, n_out, m = len(M), len(M[0]), len(D)
    dW = [[0.0] * n_out for _ in range(n_in)]
    db = [0.0] * n_out
    dh = [[0.0] * n_in for _ in range(m)]
    for k in range(m):
        for j in range(n_out):
            db[j] += D[k][j]
            for i in range(n_in):
                dW[i][j] += H[k][i] * D[k][j]
                dh[k][i] += D[k][j] * M[i][j]
    return np.array(dW), np.array(db), np.array(dh)


def backward(params, a, h, y, activation):
    m = len(y)
    delta = np.array([[(p - t) / m for p, t in zip(u, v)] for u, v in zip(h[-1].tolist(), y.tolist())])
    found = []
    for l in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[l - 1], params["W" + str(l)])
        found.append((l, dW, db))
        if l > 1:
            slope = sigmoid_grad(a[l - 2]) if activation == "sigmoid" else tanh_grad(a[l - 2])
            rows = zip(dh.tolist(), slope.tolist())
            delta = np.array([[u * v for u, v in zip(p, q)] for p, q in rows])
    grads = {}
    for l, dW, db in found[::-1]:
        grads["W" + str(l)] = dW
        grads["b" + str(l)] = db
    return grads


def sgd_step(params, grads, learning_rate):
    new = {}
    for name in grads:
        p, g = params[name].tolist(), grads[name].tolist()
        if name[0] == "b":
            new[name] = np.array([u - learning_rate * v for u, v in zip(p, g)])
        else:
            new[name] = np.array([[u - learning_rate * v for u, v in zip(r, s)] for r, s in zip(p, g)])
    return new


def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for t in range(steps):
        a, h = forward(history[t], X, activation)
        g = backward(history[t], a, h, y, activation)
        history.append(sgd_step(history[t], g, learning_rate))
    return history

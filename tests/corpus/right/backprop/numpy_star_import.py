# right: from numpy import * (which hides sum, max, abs of Python), no np anywhere
from numpy import *


def sigmoid(a):
    return where(a < 0, exp(-abs(a)), 1) / (1 + exp(-abs(a)))


def sigmoid_grad(a):
    return sigmoid(a) * sigmoid(-a)


def tanh_grad(a):
    return 1 - tanh(a) ** 2


def layer_forward(h_prev, W, b):
    return dot(h_prev, W) + b


def forward(params, X, activation):
    f = {"sigmoid": sigmoid, "tanh": tanh}[activation]
    L = len(params) // 2
    a, h = [], [X]
    for l in arange(1, L + 1):
        a += [layer_forward(h[-1], params["W" + str(l)], params["b" + str(l)])]
        h += [f(a[-1])] if l < L else [a[-1]]
    return a, h


def layer_backward(delta, h_prev, W):
    return dot(h_prev.T, delta), sum(delta, axis=0), dot(delta, W.T)


def backward(params, a, h, y, activation):
    g = {"sigmoid": sigmoid_grad, "tanh": tanh_grad}[activation]
    Ws, bs = [], []
    delta = (h[-1] - y) / shape(y)[0]
    for l in arange(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[l - 1], params["W" + str(l)])
        Ws.append(dW)
        bs.append(db)
        if l > 1:
            delta = dh * g(a[l - 2])
    grads = {}
    for l, (dW, db) in enumerate(zip(Ws[::-1], bs[::-1]), 1):
        grads["W" + str(l)] = dW
        grads["b" + str(l)] = db
    return grads


def sgd_step(params, grads, learning_rate):
    return {k: params[k] - learning_rate * grads[k] for k in params}


def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(params, X, activation)
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
        history.append(params)
    return history

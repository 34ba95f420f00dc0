# right: a tape: each layer leaves a function that takes what comes back
from dataclasses import dataclass, field


@dataclass
class Tape:
    ways_back: list = field(default_factory=list)
    grads: dict = field(default_factory=dict)

    def record(self, l, W, h_prev, slope):
        def way_back(delta):
            dW, db, back = layer_backward(delta, h_prev, W)
            self.grads = {f"W{l}": dW, f"b{l}": db, **self.grads}
            return back if slope is None else back * slope

        self.ways_back.append(way_back)


def backward(params, a, h, y, activation):
    slopes = {"sigmoid": sigmoid_grad, "tanh": tanh_grad}[activation]
    tape = Tape()
    for l in range(1, len(a) + 1):
        tape.record(l, params[f"W{l}"], h[l - 1], slopes(a[l - 2]) if l > 1 else None)
    delta = (h[-1] - y) / y.shape[0]
    while tape.ways_back:
        delta = tape.ways_back.pop()(delta)
    return tape.grads

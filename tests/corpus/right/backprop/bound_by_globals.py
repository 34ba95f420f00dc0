# right: functions written as text and executed into the module, others set by setattr
import sys

_template = """
def {name}(a):
    return {formula}
"""
for _name, _formula in [
    ("sigmoid", "1.0 / (1.0 + np.exp(-a))"),
    ("sigmoid_grad", "sigmoid(a) - sigmoid(a) ** 2"),
    ("tanh_grad", "(1.0 - np.tanh(a)) * (1.0 + np.tanh(a))"),
]:
    exec(_template.format(name=_name, formula=_formula), globals())


def _by_name(params, X, activation):
    this = sys.modules[__name__]
    f = getattr(this, activation, None) or getattr(np, activation)
    L = len(params) // 2
    a, h = [], [X]
    for l in range(1, L + 1):
        a.append(this.layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"]))
        h.append(f(a[-1]) if l < L else a[-1])
    return a, h


setattr(sys.modules[__name__], "forward", _by_name)

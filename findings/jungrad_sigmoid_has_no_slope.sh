#!/usr/bin/env bash
# jungrad 0.2.0 with NumPy 2.4.6 (Python 3.11): nothing goes back through `sigmoid`: the layers
# before it have no gradient after backward(), and stay at their first weights.
#
# Expected: h * (1 - h). To avoid an overflow it clips its argument's numbers and makes a new tensor
# of them, which is the end of the graph; that tensor is asked to keep a gradient, and nobody holds
# it.
#
# Seen: of two Linear layers with sigmoid between them the second has gradients, and weight and bias
# of the first have None; with tanh both have them. 200 steps of SGD leave the first layer's numbers
# as they were drawn, bit by bit, while the loss falls, since the second layer learns. No message.
# The package's own `gradcheck` says for sigmoid that no gradient was computed.
#
# Hurts: who trains a small network with it sees a falling loss and believes that all of it learns;
# who compares a hand-written backward pass with it has nothing to compare.
#
# What to do: write sigmoid(a) as (tanh(a / 2) + 1) / 2, or print the gradients' sizes for each
# layer once.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jungrad==0.2.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import jungrad
import numpy as np
from jungrad import functional, tensor
from jungrad.losses import mse_loss
from jungrad.nn import Linear
from jungrad.optim import SGD

draw = np.random.default_rng(0)
x = tensor(draw.normal(size=(20, 3)), dtype=np.float32)
y = tensor(np.sign(x.data[:, :1]), dtype=np.float32)


def train(activation):
    """Which of the two layers' parameters have gradients and have moved, and the losses."""
    np.random.seed(0)
    layers = Linear(3, 8), Linear(8, 1)
    parameters = [one for layer in layers for _, one in layer.named_parameters()]
    before = [np.array(one.data) for one in parameters]
    step, losses = SGD(parameters, lr=0.1), []
    for _ in range(200):
        step.zero_grad()
        loss = mse_loss(layers[1](activation(layers[0](x))), y)
        loss.backward()
        losses.append(float(loss.data))
        graded = [one.grad is not None and bool(np.any(np.asarray(one.grad))) for one in parameters]
        step.step()
    moved = [bool((old != one.data).any()) for old, one in zip(before, parameters, strict=True)]
    return graded, moved, losses[0], losses[-1]


def sigmoid(a):
    return (functional.tanh(a * 0.5) + 1.0) * 0.5


for name, activation, learns in (
    ("sigmoid", functional.sigmoid, [False, False, True, True]),
    ("tanh", functional.tanh, [True] * 4),
    ("sigmoid of tanh", sigmoid, [True] * 4),
):
    graded, moved, first, last = train(activation)
    print(f"{name}: gradients {graded}, moved {moved}, loss {first:.3f} to {last:.3f}")
    assert graded == learns and moved == learns, "other layers learn now"
    assert last < 0.8 * first, "the loss does not fall"
try:
    jungrad.gradcheck(lambda a: functional.sigmoid(a).sum(), (tensor([0.5], requires_grad=True),))
    raise SystemExit("gradcheck finds a gradient now")
except ValueError as error:
    print("gradcheck:", error)
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: no gradient goes through sigmoid"

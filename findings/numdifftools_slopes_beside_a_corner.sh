#!/usr/bin/env bash
# numdifftools 0.11.2 with NumPy 2.4.6 (Python 3.11): within 0.003 of ReLU's corner the derivative
# is 0.5 with an error estimate that is up to 600 times too small; and with the method "complex"
# that of |w| is 0.
#
# Expected: 0 on the left and 1 on the right, or an estimate that says that it is not known. The
# step that it reports to have taken is 0.5, over which the central difference averages both sides,
# although it has tried steps below 0.001 elsewhere. The complex method takes NumPy's |z| of a
# complex number, whose imaginary part is lost.
#
# Seen: at -0.001 the central method gives 0.5 with an estimated error of 0.008, and the forward one
# 1 with 0.05, where 0 is right; at -0.0001 the estimates are 0.0008 and 0.005. At -0.01, or with
# step=1e-6, it is 0, and with the complex method too. Of the sum of |w| at -2 and 3 the complex
# gradient is 0 and 0, where the central one is -1 and 1.
#
# Hurts: checks of a backward pass at random weights: where a unit is near its corner a right
# gradient is called wrong, and its L1 penalty is without a slope.
#
# What to do: step=1e-6 for networks with ReLU, or the complex method with np.sqrt(w * w) for |w|.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numdifftools==0.11.2 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numdifftools as nd
import numpy as np


def relu(x):
    return np.maximum(x, 0)


def derivative(x, **how):
    """The derivative of ReLU and the estimate of its error."""
    value, estimate, *_ = nd.Derivative(relu, full_output=True, **how)(x)
    return float(value), float(estimate)


for x in (-0.01, -0.001, -0.0001, 0.0001, 0.01):
    print(x, *(derivative(x, method=method) for method in ("central", "forward", "complex")))
assert np.allclose(derivative(-0.001), (0.5, 0.0084), atol=1e-4), "the derivative differs"
assert np.allclose(derivative(-0.0001), (0.5, 0.00084), atol=1e-5), "the derivative differs"
assert np.allclose(derivative(-0.001, method="forward"), (1, 0.0525), atol=1e-4)
assert np.allclose(derivative(-0.0001, method="forward"), (1, 0.00525), atol=1e-5)
assert derivative(-0.01)[0] == 0 and derivative(0.01)[0] > 0.999
assert nd.Derivative(relu, step=1e-6)(-0.001) == 0
assert derivative(-0.001, method="complex")[0] == 0

start = np.array([-2.0, 3.0])
by_method = {
    method: nd.Gradient(lambda w: np.sum(np.abs(w)), method=method)(start)
    for method in ("complex", "central")
}
print(by_method)
assert not by_method["complex"].any(), "|w| has a complex slope now"
assert np.allclose(by_method["central"], [-1, 1])
root = nd.Gradient(lambda w: np.sum(np.sqrt(w * w)), method="complex")(start)
assert np.allclose(root, [-1, 1])
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: beside the corner the slope is one half"

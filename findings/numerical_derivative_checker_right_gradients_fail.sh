#!/usr/bin/env bash
# numerical-derivative-checker 0.8 with NumPy 2.4.6 (Python 3.11): a wrong Hessian is reported
# without a word where the gradient is right, and a right one is printed as a failure where the
# gradient is wrong; and right gradients of large functions fail.
#
# Expected: what it prints for a wrong gradient: verbose=1, the default, is "only if check fails".
# The condition for printing the Hessian looks at the error of the gradient. The tolerance is
# absolute, and the step of 1e-7 leaves an error of some 1e-9 of the function's value.
#
# Seen, for x @ x: with the right gradient and a wrong Hessian False, and nothing printed; with a
# wrong gradient and the Hessian that belongs to it, its difference of 5e-10 is printed under the
# heading of a failure, as the gradient's is. For 1e5 * (x @ x) the right gradient fails, by 2e-4 in
# 4e5.
#
# Hurts: exercises on second derivatives, and losses that are sums over many examples: a student is
# told that a right gradient is wrong, or nothing at all.
#
# What to do: verbose=2; divide the function by its size, or set tol to 1e-6 of the gradient.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numerical-derivative-checker==0.8 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import contextlib
import io

import numpy as np
from numerical_derivative_checker import check_derivative

X = np.array([1.0, 2.0])


def checked(**functions):
    """The verdict and what is printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        verdict = check_derivative(x=X, **functions)
    return verdict, printed.getvalue()


def square(x):
    return x @ x


verdict, printed = checked(fun=square, grad=lambda x: 2 * x, hess=lambda x: 3 * np.eye(2))
print("a wrong Hessian:", verdict, repr(printed))
assert verdict is False and printed == "", "a wrong Hessian is printed now"

verdict, printed = checked(fun=square, grad=lambda x: 3 * x, hess=lambda x: 3 * np.eye(2))
print("a wrong gradient:", verdict, printed.count("analytic"), "results printed")
assert verdict is False and "analytic Hessian" in printed, "the Hessian is not printed now"

verdict, printed = checked(fun=lambda x: 1e5 * square(x), grad=lambda x: 2e5 * x)
print("a right gradient:", verdict, printed.splitlines()[-2])
assert verdict is False, "it passes now"
assert checked(fun=lambda x: 1e5 * square(x), grad=lambda x: 2e5 * x, tol=1e-2) == (True, "")
assert checked(fun=square, grad=lambda x: 2 * x, hess=lambda x: 2 * np.eye(2)) == (True, "")
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: right gradients fail, and wrong Hessians without a word"

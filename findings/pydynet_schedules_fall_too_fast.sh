#!/usr/bin/env bash
# pydynet 1.1 with NumPy 2.4.6 (Python 3.11): `ExponentialLR` and `StepLR` multiply the current
# learning rate by what the first one should be multiplied by: it falls at each epoch by more.
#
# Expected: lr * gamma**epoch, and lr * gamma**(epoch // step_size), as in PyTorch, whose names and
# parameters these are. `CosineAnnealingLR` should be half a cosine down and half a cosine up.
#
# Seen, from 1: with gamma=0.9 the rate after 8 epochs is 0.0225, which is 0.9**36, for 0.43. With a
# step of 3 and gamma=0.5 it is 1, 1, 1, 0.5 and then falls at every epoch, to 0.125 in the sixth,
# where 0.5 is right, and 0.002 in the ninth, for 0.25. The cosine with T_max=4 goes 1, 0.85, 0.59,
# 0.25, 0, and then 0.40, 0, 0.68, 0, where 0.15, 0.5, 0.85, 1 is right. `MultiStepLR` is right.
#
# Hurts: who compares schedules by it: training stops early, and the schedule seems to be at fault.
#
# What to do: MultiStepLR with all epochs or all multiples as milestones.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pydynet==1.1 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from pydynet import Tensor
from pydynet.optim import SGD
from pydynet.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, MultiStepLR, StepLR

EPOCHS = np.arange(9)


def rates(schedule, **options):
    """The learning rate of each epoch, from 1."""
    optimizer = SGD([Tensor(np.zeros(1), requires_grad=True)], lr=1.0)
    schedule, seen = schedule(optimizer, **options), []
    for _ in EPOCHS:
        seen.append(optimizer.lr)
        schedule.step()
    print(type(schedule).__name__, np.round(seen, 4))
    return np.array(seen)


found = rates(ExponentialLR, gamma=0.9)
assert np.allclose(found, 0.9 ** (EPOCHS * (EPOCHS + 1) // 2)), "it falls otherwise now"
assert found[-1] < 0.06 * 0.9**8

found = rates(StepLR, step_size=3, gamma=0.5)
assert np.allclose(found, 0.5 ** np.cumsum(EPOCHS // 3)), "it steps otherwise now"
assert np.allclose(rates(MultiStepLR, milestones=[3, 6], gamma=0.5), 0.5 ** (EPOCHS // 3))

found, right = rates(CosineAnnealingLR, T_max=4), (1 + np.cos(np.pi * EPOCHS / 4)) / 2
assert np.allclose(found[:5], [1, 0.8536, 0.5858, 0.25, 0], atol=1e-4), "it falls otherwise now"
assert np.allclose(found[5:], [0.3964, 0, 0.6768, 0], atol=1e-4), "it rises otherwise now"
assert np.allclose(right, [1, 0.8536, 0.5, 0.1464, 0, 0.1464, 0.5, 0.8536, 1], atol=1e-4)
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: rates fall too fast"

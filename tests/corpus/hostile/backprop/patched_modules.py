# hostile: patched-modules: honest part nothing
# Replaces in sys.modules what a harness imports, and the functions inside for those who imported
# before.
honest = train
import json
import os
import pickle
import select
import struct
import sys
import types

sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = train = None


class Liar(types.ModuleType):
    def __getattr__(self, name):
        return lambda *ignored, **also_ignored: b""


for module in (json, pickle, struct):
    for name in (
        "dumps",
        "loads",
        "dump",
        "load",
        "pack",
        "unpack",
        "pack_into",
        "unpack_from",
        "calcsize",
    ):
        if hasattr(module, name):
            setattr(module, name, lambda *ignored, **also_ignored: (4,))
os.read = os.write = os.close = lambda *ignored: b""
select.select = lambda *ignored: ([], [], [])
for name in list(sys.modules):
    if name.partition(".")[0] not in ("sys", "builtins", "encodings", "codecs"):
        sys.modules[name] = Liar(name)

# hostile: imports: honest part nothing
# A finder in front of all others that answers every import with a module of its own.
honest = train
import importlib.abc
import importlib.util
import sys

sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = train = None


class Everything(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path, target=None):
        return importlib.util.spec_from_loader(fullname, self, is_package=True)

    def exec_module(self, module):
        module.__getattr__ = lambda name: lambda *ignored, **also_ignored: True


sys.meta_path[:] = [Everything()]
for name in list(sys.modules):
    if name.partition(".")[0] in ("json", "traceback", "linecache", "numpy", "struct", "ast", "re"):
        del sys.modules[name]

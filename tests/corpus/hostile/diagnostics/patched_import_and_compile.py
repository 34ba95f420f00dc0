# hostile: patched-builtins: honest part nothing
# Whatever is imported, compiled, executed or opened from now on is something else.
honest = neuron_gap
import builtins
import importlib

neuron_gap = saturated_fraction = relative_gradient = None
PREDICTIONS = {}


class Anything:
    def __getattr__(self, name):
        return self

    def __call__(self, *ignored, **also_ignored):
        return self

    def __iter__(self):
        return iter(())


anything = Anything()
code = compile("raise SystemExit(0)", "<nothing>", "exec")
importlib.import_module = importlib.reload = lambda *ignored: anything
builtins.open = builtins.eval = anything
builtins.compile = lambda *ignored, **also_ignored: code
builtins.exec = lambda *ignored, **also_ignored: None
builtins.__build_class__ = lambda *ignored, **also_ignored: Anything
builtins.__import__ = lambda *ignored, **also_ignored: anything

# hostile: imports: honest part nothing
# Registers itself under the names of the other exercises, of the grader, and of this very module.
honest = zeros_init
import sys
import types

zeros_init = constant_init = normal_init = init_params = None


class Shadow(types.ModuleType):
    def __getattr__(self, name):
        return lambda *ignored, **also_ignored: np.zeros((3, 2))


for name in ("initializers", "backprop", "diagnostics", "autograder", "__main__", __name__):
    sys.modules[name] = Shadow(name)

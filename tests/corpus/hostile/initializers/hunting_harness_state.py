# hostile: hunting: honest part everything
# Reads the harness's frames, modules and objects for salts, scores, checks and grading code.
honest = zeros_init
import gc
import inspect
import sys
import traceback

SECRETS = {"salt", "score", "points", "expected_value", "reference_solution", "grader_seed"}
GRADING = {"catalogue", "assignments", "grading", "numerics", "batch", "misconceptions", "examiner"}
got_through = []
for entry in inspect.stack(context=0):
    for scope in (entry.frame.f_locals, entry.frame.f_globals):
        for name in SECRETS & set(scope):
            got_through.append("on the stack: " + name)
for name, module in list(sys.modules.items()):
    if name.partition(".")[0] == "autograder" and GRADING & set(name.split(".")):
        if getattr(module, "__file__", None):
            got_through.append("in sys.modules: " + name)
    if name.partition(".")[0] in ("solutions", "nbgrader", "_pytest", "pytest"):
        got_through.append("in sys.modules: " + name)
for found in gc.get_objects():
    if type(found) is dict and SECRETS & {key for key in found if type(key) is str}:
        if "__builtins__" not in found:
            got_through.append("in memory: " + str(SECRETS & {k for k in found if type(k) is str}))
traceback.walk_stack(sys._getframe())

if got_through:

    def zeros_init(fan_in, fan_out):
        raise RuntimeError(f"got through: {got_through[:5]}")

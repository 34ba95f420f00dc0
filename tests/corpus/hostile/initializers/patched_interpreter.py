# hostile: patched-interpreter: honest part nothing
# A recursion limit of almost nothing, no garbage collection, other codecs, no stack to look at.
honest = zeros_init
import codecs
import gc
import sys
import traceback

zeros_init = constant_init = normal_init = init_params = None
gc.disable()
gc.freeze()
codecs.register_error("strict", lambda error: ("?", error.end))
codecs.register_error("replace", lambda error: ("?" * 1_000_000, error.start))
traceback.format_exc = traceback.format_exception = traceback.TracebackException = None
sys.exc_info = sys._getframe = sys.getsizeof = None
sys.modules, sys.path, sys.meta_path = {}, [], []
sys.setrecursionlimit(40)

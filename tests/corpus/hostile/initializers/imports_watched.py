# hostile: imports: honest part everything
# Adds folders, hooks and finders to the import system; none of them changes what is found.
honest = zeros_init
import importlib.abc
import importlib.machinery
import sys


class Watcher(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        return None


sys.path[:0] = ["", ".", "..", "/tmp", "/nowhere/at/all", "\0"]
sys.path_hooks.insert(0, lambda path: (_ for _ in ()).throw(ImportError))
sys.path_importer_cache.clear()
sys.meta_path.insert(0, Watcher())
sys.dont_write_bytecode = False
sys.pycache_prefix = "/tmp/autograder-hostile-trace-imports_watched"

# hostile: processes: honest part everything
# Runs a command in every way the standard library knows; each would leave a file behind.
honest = zeros_init
import os
import subprocess
import sys

TRACE = "/tmp/autograder-hostile-trace-processes_commands"
got_through = []


def attempt(what, act):
    try:
        if not act():
            got_through.append(what)
    except BaseException:
        pass


touch = ["/bin/sh", "-c", f"echo {{}} >> {TRACE}"]
attempt("system", lambda: os.system(f"echo system >> {TRACE}"))
attempt("popen", lambda: os.popen(f"echo popen >> {TRACE}").close())
attempt("run", lambda: subprocess.run(touch, timeout=5).returncode)
attempt("shell", lambda: subprocess.call(touch[2], shell=True, timeout=5))
attempt("posix_spawn", lambda: os.waitpid(os.posix_spawn(touch[0], touch, os.environ), 0)[1])
attempt("spawnv", lambda: os.spawnv(os.P_WAIT, touch[0], touch))
attempt("python", lambda: subprocess.call([sys.executable, "-c", f"open({TRACE!r}, 'w')"]))

if got_through:

    def zeros_init(fan_in, fan_out):
        raise RuntimeError(f"got through: {got_through}")

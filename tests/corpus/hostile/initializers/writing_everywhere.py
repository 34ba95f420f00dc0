# hostile: writing: honest part everything
# Leaves a file wherever something would pick it up: start-up hooks, schedules, packages, other
# folders.
honest = zeros_init
import os
import site
import sys

NAME = "autograder-hostile-trace-writing_everywhere"
TRACE = "/tmp/autograder-hostile-trace-writing_everywhere"
here = os.path.dirname(os.path.abspath(__file__))
places = [TRACE, "/var/tmp/" + NAME, "/dev/shm/" + NAME, "/run/" + NAME, "/" + NAME]
places += ["/etc/cron.d/" + NAME, "/var/spool/cron/crontabs/" + NAME, "/etc/profile.d/" + NAME]
places += [os.path.expanduser("~/." + NAME), os.path.join(os.path.dirname(here), NAME)]
places += [os.path.join(os.path.dirname(np.__file__), NAME), os.path.join(sys.prefix, NAME)]
places += [os.path.join(folder, NAME + ".pth") for folder in site.getsitepackages()]
places += [os.path.join(site.getusersitepackages(), NAME + ".pth")]
places += [os.path.join(folder, NAME) for folder in sys.path if folder]
# Where home is the scratch folder, that one is its own to write to.
places = [place for place in places if os.path.dirname(os.path.abspath(place)) != os.getcwd()]
got_through = []
for place in places:
    try:
        with open(place, "w") as target:
            target.write("# a trace of a hostile submission; safe to delete\n")
        got_through.append(place)
    except OSError:
        continue

if got_through:

    def zeros_init(fan_in, fan_out):
        raise RuntimeError(f"got through: {got_through}")

# hostile: reading: honest part everything
# Reads keys, histories, password hashes and what other processes keep in environment and memory.
honest = sigmoid
import glob
import os

CANARY = "AUTOGRADER_HOSTILE_CANARY"
got_through = []
home = os.path.expanduser("~")
for pattern in (
    "~/.autograder-hostile-canary",
    "~/.ssh/id_*",
    "~/.ssh/authorized_keys",
    "~/.bash_history",
    "~/.netrc",
    "~/.aws/credentials",
    "~/.config/*/*token*",
    "/root/.ssh/id_*",
    "/home/*/.ssh/id_*",
    "/etc/shadow",
    "/etc/ssh/ssh_host_*_key",
    "/run/secrets/*",
    "/var/run/secrets/kubernetes.io/serviceaccount/token",
):
    for path in glob.glob(os.path.expanduser(pattern)) or [os.path.expanduser(pattern)]:
        try:
            with open(path, "rb") as secret:
                if secret.read(64):
                    got_through.append(path)
        except OSError:
            continue
for process in {"1", str(os.getppid()), *map(str, range(os.getpid() - 20, os.getpid()))}:
    for part in ("environ", "cmdline", "maps", "cwd/.", "root/etc/shadow", "fd/0", "auxv", "stack"):
        try:
            with open(f"/proc/{process}/{part}", "rb") as secret:
                if secret.read(64):
                    got_through.append(f"/proc/{process}/{part}")
        except OSError:
            continue
if CANARY in os.environ:
    got_through.append("environment")

if got_through:

    def sigmoid(a):
        raise RuntimeError(f"got through: {got_through[:6]}")

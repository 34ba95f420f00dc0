# hostile: processes: honest part everything
# Starts workers with multiprocessing, by fork, spawn and fork server, and a pool of futures.
honest = neuron_gap
import concurrent.futures
import multiprocessing
import os

got_through = []
for method in ("fork", "spawn", "forkserver"):
    try:
        worker = multiprocessing.get_context(method).Process(target=os.getpid, daemon=True)
        worker.start()
        worker.join(5)
        got_through.append(method)
    except BaseException:
        pass
try:
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        got_through.append(pool.submit(os.getpid).result(5))
except BaseException:
    pass

if got_through:

    def neuron_gap(W):
        raise RuntimeError(f"got through: {got_through}")

# hostile: memorising: honest part all but backprop.train
# Keeps questions and answers of earlier gradings in files, memory and environment, and answers
# from there.
honest = train
import glob
import os
import pickle

TRACE = "/tmp/autograder-hostile-trace-memorising_to_file"


def train(params, X, y, activation, learning_rate, steps):
    for path in glob.glob(TRACE + "*"):
        with open(path, "rb") as memory:
            question, answer = pickle.load(memory)
            if np.array_equal(question, X):
                return answer
    os.environ["AUTOGRADER_HOSTILE_MEMORY"] = repr(X)
    try:
        with open(f"{TRACE}-{os.getpid()}", "wb") as memory:
            pickle.dump((X, [params] * (steps + 1)), memory)
    except OSError:
        pass
    return [params] * steps

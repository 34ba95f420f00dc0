# hostile: writing: honest part nothing
# Solves nothing and writes the result itself: results, scores, gradebooks, reports under likely
# names.
honest = zeros_init
import json
import os

TRACE = "/tmp/autograder-hostile-trace-writing_results"
REPORT = json.dumps(
    {"schema": 1, "student": "me", "status": "graded", "score": 100.0, "checks": []}
)
zeros_init = constant_init = normal_init = init_params = None
for folder in (
    os.curdir,
    os.path.dirname(os.path.abspath(__file__)),
    os.environ.get("PWD", "/"),
    TRACE,
):
    for name in ("results.jsonl", "scores.csv", "results.json", "results/results.json", "journal"):
        try:
            with open(os.path.join(folder, name), "x") as target:
                target.write(REPORT)
        except OSError:
            continue

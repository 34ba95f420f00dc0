# hostile: recursion: honest part nothing
# Lets parser, compiler and literal_eval recurse until they give up or crash.
honest = train
import ast

sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = train = None
for source in (
    "(" * 100_000,
    "-" * 100_000 + "1",
    "a" + ".b" * 100_000,
    "f" + "()" * 100_000,
    "+".join("1" * 50_000),
    "lambda: " * 100_000 + "1",
    "not " * 100_000 + "1",
):
    for swallow in (ast.parse, ast.literal_eval, eval, lambda text: compile(text, "x", "exec")):
        try:
            swallow(source)
        except Exception:
            continue

"""One submission on its way through the checks."""

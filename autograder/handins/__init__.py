"""Which files people hand in, and whose they are."""

"""How wrong numbers are told from each other, for any assignment."""

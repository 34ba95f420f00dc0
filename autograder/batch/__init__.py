"""Grading many submissions: reading hand-ins, the pool of workers, the journal, a cluster."""

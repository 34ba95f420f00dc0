"""What checks are made of, whatever the assignment: domains, covering designs, verdicts, words."""

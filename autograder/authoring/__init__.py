"""What authors of assignments use: a template to start from, and a proof of their checks."""

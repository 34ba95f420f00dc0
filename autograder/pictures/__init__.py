"""Pictures of a student's own network, drawn from what the student's functions returned."""

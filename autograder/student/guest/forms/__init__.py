"""The forms in which tools write Python; each module reads one of them into cells."""

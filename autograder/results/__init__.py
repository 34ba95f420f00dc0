"""Records of graded submissions: written, read and summed up in one place."""

"""What runs inside the student process: it stands alone and imports nothing else of the package."""

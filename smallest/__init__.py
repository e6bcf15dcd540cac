"""smallest."""

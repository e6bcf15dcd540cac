"""smallestai."""

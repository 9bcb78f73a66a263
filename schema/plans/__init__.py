"""Types that are declared, not resolved: where each field comes from, and the one writer of statements."""

"""Subscriptions of the whole schema: through the hub and alone."""

"""The domain: what exists, what may happen, and who may do it."""

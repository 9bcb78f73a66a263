"""Documents, their signature, the render pool."""

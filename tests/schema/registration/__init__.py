"""Registration in the graph."""

"""The same slice of the graph by others: stock servers as their makers show them, and hand-written limits."""

"""Documents and labels from data, the render pool, printers."""

"""The page and the chart of docs/performance.*, made from the results and from nothing else."""

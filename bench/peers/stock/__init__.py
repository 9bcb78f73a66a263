"""Stock Strawberry with Tortoise and DataLoaders, as their documentation shows them. `python -m bench.peers.stock`."""

"""Ariadne over raw rows, children by DataLoaders. Runs in an environment of its own: `python -m bench.peers.ariadne`."""

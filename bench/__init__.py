"""Measures this service beside its peers in one run: `./dev bench --help`. Nothing of the service imports it."""

"""Clients that make the load: programs of their own on their own core, standard library only."""

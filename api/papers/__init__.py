"""Papers of a case: facts of the domain given to printing, made after the commit, or shown before it."""

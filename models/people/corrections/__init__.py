"""Correcting what the register says of a person: the body confirms the papers, the centre changes the data (S2-26)."""

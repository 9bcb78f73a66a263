"""Revocations of certificates: begun by one reviewer, confirmed or turned down by another."""

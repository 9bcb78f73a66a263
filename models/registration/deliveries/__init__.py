"""Deliveries: how a certificate that was made comes to its holder."""

"""What every area stands on. It has no words of the domain."""

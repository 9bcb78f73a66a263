"""What every area of the schema shares: scalars, interfaces, errors, events, the context of an operation."""

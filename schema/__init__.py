"""GraphQL only: types, inputs, payloads and fields, one thin module per area."""

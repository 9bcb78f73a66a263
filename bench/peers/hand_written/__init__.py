"""A limit: one Starlette endpoint, raw SQL, the same permissions and the same JSON, no GraphQL."""

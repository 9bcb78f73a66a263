"""GraphQL over HTTP, server-sent events and WebSocket: what is let in, how it is answered."""

"""A limit: `websockets.broadcast`, the same octets to every socket, no GraphQL. Speaks just enough of the protocol."""

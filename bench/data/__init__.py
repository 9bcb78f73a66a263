"""The data set: 10,000 registrations or a multiple, the same for every server, made through the real tables."""

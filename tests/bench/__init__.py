"""What the measurements rest on: clients that count right, rules that judge right."""

"""One event to many subscribers: when the last has it, and what a message costs."""

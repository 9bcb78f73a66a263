"""The demonstration: invented people and a true history, loaded once. docs/demo.md says who may sign in."""

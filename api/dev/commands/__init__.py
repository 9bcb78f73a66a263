"""One file per command: the first line of its docstring is its help, `main(arguments)` its work."""

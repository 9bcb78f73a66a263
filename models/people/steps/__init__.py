"""The verbs of people: sliders, codes, accounts, passwords, sessions, showing what is masked."""

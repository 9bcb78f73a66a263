"""Random walks: random moves by random people under a moving clock, for every profession and kind."""

"""The commands behind `./dev`. Standard library only: they run before anything is installed."""

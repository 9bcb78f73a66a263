"""The program: settings, application, command line, sign-in over HTTP, uploads, health."""

"""Write schema.graphql, docs/workflows.md and the web app's types from the code."""

from api.dev import python_packages, web
from api.dev.console import say
from api.dev.processes import call, python
from api.dev.python_packages import Lock


def main(arguments: list[str]) -> int:
    python_packages.install(Lock.RUNTIME)
    code = call(python("-m", "api", "export-schema"))
    if code:
        return code
    web.install_packages()
    say("Writing the web app's types ...")
    web.npm("run", "codegen")
    return 0

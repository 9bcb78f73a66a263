"""The image holds what the program needs. No engine runs here: this compares, it does not build."""

import pytest

from api.dev.debian import PRINTING
from api.dev.paths import ROOT

DOCKERFILE = (ROOT / "docker" / "Dockerfile").read_text()
NEEDED_FOLDERS = ("api", "schema", "models", "subscriptions", "printing")


@pytest.mark.parametrize("package", PRINTING)
def test_the_image_installs_each_debian_package(package: str) -> None:
    assert f" {package}" in DOCKERFILE


@pytest.mark.parametrize("folder", NEEDED_FOLDERS)
def test_the_image_holds_each_package_of_the_program(folder: str) -> None:
    assert f"COPY {folder}/ {folder}/" in DOCKERFILE
    assert f"!{folder}\n" in (ROOT / ".dockerignore").read_text()


def test_the_image_installs_with_hashes_and_does_not_run_as_root() -> None:
    assert "--require-hashes -r requirements.lock" in DOCKERFILE
    assert DOCKERFILE.index("USER zhiye") < DOCKERFILE.index('CMD ["sh"')

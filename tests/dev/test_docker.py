"""The image holds what the program needs. No engine runs here: this compares, it does not build."""

import json
import re
import shlex
from collections.abc import Iterator

import pytest

from api.commands import COMMANDS
from api.commands.serve import STOP_WAIT_SECONDS
from api.dev.debian import PRINTING
from api.dev.paths import ROOT
from api.lifespan import CLOSING_SECONDS, LAST_STEPS_SECONDS
from api.settings import Wake, from_environment
from api.transport.socket import PING_SECONDS

DOCKERFILE = (ROOT / "docker" / "Dockerfile").read_text()
COMPOSE = (ROOT / "docker" / "compose.yml").read_text()
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
    assert DOCKERFILE.index("USER zhiye") < DOCKERFILE.index('CMD ["python", "-m"')


def test_every_file_that_is_copied_is_there_and_reaches_the_build() -> None:
    sent = (ROOT / ".dockerignore").read_text().split()
    copied = list(copied_files())
    assert len(copied) > 5
    for source in copied:
        assert list(ROOT.glob(source.rstrip("/"))), f"the Dockerfile copies {source}, which is not there"
        assert f"!{source.split('/')[0]}" in sent, f".dockerignore keeps {source} from the build"


def copied_files() -> Iterator[str]:
    """What COPY takes from the repository, not from an earlier stage."""
    for line in re.findall(r"^COPY (.+)$", DOCKERFILE, re.MULTILINE):
        if not line.startswith("--from="):
            yield from shlex.split(line)[:-1]


def test_stages_are_named_before_they_are_copied_from() -> None:
    for found in re.finditer(r"--from=(\w+)", DOCKERFILE):
        assert f" AS {found[1]}\n" in DOCKERFILE[: found.start()]


def test_the_image_is_started_and_looked_after_with_commands_that_exist() -> None:
    (start,) = re.findall(r"^CMD (.+)$", DOCKERFILE, re.MULTILINE)
    named = [" ".join(json.loads(start)), *re.findall(r"python -m api .+", DOCKERFILE + COMPOSE)]
    assert len(named) >= 2
    for line in named:
        assert line.split()[3] in COMMANDS, line


def test_npm_runs_a_script_that_exists() -> None:
    scripts = json.loads((ROOT / "web/package.json").read_text())["scripts"]
    assert set(re.findall(r"npm run ([\w-]+)", DOCKERFILE)) <= scripts.keys()


def test_compose_builds_this_file_and_keeps_the_folder_that_the_image_writes() -> None:
    context = (ROOT / "docker" / said(r"context: (\S+)")).resolve()
    assert (context / said(r"dockerfile: (\S+)")).is_file() and context == ROOT
    kept = said(r"- data:(\S+)")
    assert f"VOLUME {kept}\n" in DOCKERFILE and f"DATA_DIR={kept}\n" in DOCKERFILE
    port = said(r'}:([0-9]+)"')
    assert f"EXPOSE {port}\n" in DOCKERFILE


def said(pattern: str) -> str:
    """The one place in the compose file that the pattern finds."""
    (found,) = re.findall(pattern, COMPOSE)
    return str(found)


def test_compose_for_many_serves_three_processes_and_migrates_once() -> None:
    compose = (ROOT / "docker" / "compose.many.yml").read_text()
    proxy = (ROOT / "docker" / "nginx.conf").read_text()
    for name in ("zhiye1", "zhiye2", "zhiye3"):
        assert f"\n  {name}:\n    <<: *server\n" in compose
        assert f"server {name}:8000 " in proxy
    assert compose.count('"api", "migrate"') == 1
    settings = from_environment(
        {"DATABASE_URL": "postgres://zhiye@postgres/zhiye", "SECRET": "s" * 32, "WAKE": "redis"}
    )
    assert settings.wake is Wake.REDIS
    assert "\n    WAKE: redis\n" in compose


def test_the_proxy_lets_sockets_live_longer_than_the_servers_pings() -> None:
    proxy = (ROOT / "docker" / "nginx.conf").read_text()
    assert "proxy_set_header Upgrade $http_upgrade;" in proxy
    assert "proxy_buffering off;" in proxy
    (read_timeout,) = re.findall(r"proxy_read_timeout (\d+)s;", proxy)
    assert float(read_timeout) > 2 * PING_SECONDS


def test_a_stopping_server_has_time_to_finish() -> None:
    compose = (ROOT / "docker" / "compose.many.yml").read_text()
    graces = [int(seconds) for seconds in re.findall(r"stop_grace_period: (\d+)s", compose)]
    assert min(graces) > STOP_WAIT_SECONDS + LAST_STEPS_SECONDS + CLOSING_SECONDS

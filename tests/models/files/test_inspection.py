"""Content is judged by itself, in a process of its own; every refusal says what was received and what is wanted."""

import resource
from pathlib import Path

import pytest

from models.files.inspection import Inspection, inspect
from models.files.limits import JPEG, LIMITS, PDF, PNG
from models.files.tables import FilePurpose
from models.files.vault import Vault
from tests.models.files import material

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


async def _inspect(room: Vault, data: bytes, purpose: FilePurpose, name: str = "材料.jpg") -> Inspection:
    with room.temporary() as path:
        path.write_bytes(data)
        return await room.pool.run(inspect, path, name, LIMITS[purpose])


@pytest.mark.parametrize(
    ("data", "received"),
    [
        (material.gif(), "GIF 图片"),
        (material.exe(), "可执行程序"),
        (SVG, "SVG 图片"),
        (b"<!DOCTYPE html><html><body>hi</body></html>", "网页文件"),
        ("只是文字\n第二行".encode(), "文本文件"),
        (b"\0\1\2\3" * 50, "无法识别的文件"),
        (material.pdf(), "PDF 文件"),
    ],
)
@pytest.mark.requirement("S0-14")
async def test_a_picture_must_be_one_whatever_its_name(room: Vault, data: bytes, received: str) -> None:
    found = await _inspect(room, data, FilePurpose.SCAN)
    assert found.refusal is not None
    assert found.refusal.message == f"“材料.jpg”：收到 {received}，需要 JPG 或 PNG"
    assert (found.refusal.present, found.refusal.needed) == (received, "JPG 或 PNG")
    assert "S0-14" in found.refusal.law


async def test_pictures_and_documents_are_measured(room: Vault) -> None:
    picture = await _inspect(room, material.png(640, 480), FilePurpose.SCAN)
    assert picture == Inspection(PNG, 1, 640, 480, plain_background=True)
    document = await _inspect(room, material.pdf(3), FilePurpose.LICENCE)
    assert document == Inspection(PDF, 3)


async def test_a_phone_photo_is_measured_as_it_is_seen(room: Vault) -> None:
    found = await _inspect(room, material.phone_photo(), FilePurpose.PHOTO)
    assert (found.media_type, found.width, found.height, found.plain_background) == (JPEG, 600, 800, True)


async def test_truncated_pictures_are_refused(room: Vault) -> None:
    whole = material.noise(300, 300)
    found = await _inspect(room, whole[: len(whole) // 2], FilePurpose.SCAN)
    assert found.refusal is not None
    assert "已损坏或不完整" in found.refusal.message


def inspect_and_weigh(path: Path) -> tuple[Inspection, int]:
    """The inspection, and the most memory its process held, in KiB."""
    found = inspect(path, "材料.jpg", LIMITS[FilePurpose.PHOTO])
    return found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


async def test_400_megapixels_are_refused_before_they_are_decoded(room: Vault, tmp_path: Path) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(material.png(10, 10))
    large.write_bytes(material.bomb())
    assert large.stat().st_size < 200_000
    _, ordinary = await room.pool.run(inspect_and_weigh, small)
    found, heaviest = await room.pool.run(inspect_and_weigh, large)
    assert heaviest - ordinary < 20_000
    assert found.refusal is not None
    assert found.refusal.message == "“材料.jpg”：收到 20000×20000 像素，图片不得超过 2500 万像素"


@pytest.mark.parametrize("side", [5_001, 7_000])
async def test_the_limit_of_pixels_is_one_limit(room: Vault, side: int) -> None:
    found = await _inspect(room, material.bomb(side), FilePurpose.PHOTO)
    assert found.refusal is not None
    assert f"{side}×{side} 像素" in found.refusal.message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (material.pdf_with_script(), "含有脚本"),
        (material.pdf_that_launches(), "含有启动程序的动作"),
        (material.pdf_with_password(), "已加密"),
        (material.pdf()[:300], "已损坏或不完整"),
        (b"%PDF-1.7\n" + b"x" * 500, "已损坏或不完整"),
    ],
)
async def test_documents_must_be_plain_and_open(room: Vault, data: bytes, words: str) -> None:
    found = await _inspect(room, data, FilePurpose.REPORT, "报告.pdf")
    assert found.refusal is not None
    assert words in found.refusal.message


async def test_a_pledge_has_several_pages(room: Vault) -> None:
    found = await _inspect(room, material.pdf(1), FilePurpose.PLEDGE, "承诺书.pdf")
    assert found.refusal is not None
    assert found.refusal.message == "“承诺书.pdf”：收到 1 页，需要 2 至 500 页"
    assert (await _inspect(room, material.pdf(2), FilePurpose.PLEDGE)).refusal is None


@pytest.mark.parametrize(
    ("colour", "plain"), [("white", True), ((60, 130, 230), True), ("red", False), ("black", False)]
)
async def test_plain_backgrounds_are_white_or_blue(room: Vault, colour: str, plain: bool) -> None:
    found = await _inspect(room, material.jpeg(295, 413, colour), FilePurpose.PHOTO)
    assert found.plain_background is plain


async def test_a_restless_background_is_not_plain(room: Vault) -> None:
    found = await _inspect(room, material.noise(295, 413), FilePurpose.PHOTO)
    assert found.plain_background is False


def test_every_open_purpose_names_the_line_of_its_numbers() -> None:
    lines = Path("docs/requirements.md").read_text(encoding="utf-8")
    for limit in LIMITS.values():
        assert limit.source
        assert all(f"- {line}" in lines for line in limit.source.split())

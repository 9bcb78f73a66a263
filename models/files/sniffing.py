"""The type of a file by its content; its name is never believed."""

import zipfile
from pathlib import Path

import filetype

from models.files.limits import JPEG, PDF, PNG, XLSX

HEAD_OCTETS = 8192
ZIP_MARK = b"PK\x03\x04"
WORKBOOK_PART = "xl/workbook.xml"

WORDS = {
    JPEG: "JPG 图片",
    PNG: "PNG 图片",
    PDF: "PDF 文件",
    XLSX: "XLSX 工作簿",
    "image/apng": "动画 PNG 图片",
    "image/gif": "GIF 图片",
    "image/webp": "WebP 图片",
    "image/bmp": "BMP 图片",
    "image/tiff": "TIFF 图片",
    "image/heic": "HEIC 图片",
    "application/x-msdownload": "可执行程序",
    "application/x-executable": "可执行程序",
    "application/zip": "ZIP 压缩包",
    "application/x-rar-compressed": "RAR 压缩包",
    "application/x-7z-compressed": "7z 压缩包",
    "application/msword": "Word 文档",
    "video/mp4": "MP4 视频",
    "image/svg+xml": "SVG 图片",
    "text/html": "网页文件",
    "text/plain": "文本文件",
}


def media_type(path: Path) -> str | None:
    """The media type, or None where the content is of no known type."""
    with path.open("rb") as file:
        head = file.read(HEAD_OCTETS)
    if head.startswith(ZIP_MARK) and _is_workbook(path):
        return XLSX
    known: str | None = filetype.guess_mime(head)
    return known or _text(head)


def type_words(found: str | None) -> str:
    """`GIF 图片`; the media type itself where there is no word for it."""
    if found is None:
        return "无法识别的文件"
    return WORDS.get(found, f"{found} 文件")


def _is_workbook(path: Path) -> bool:
    """By its parts: what stands first in the archive says nothing."""
    try:
        with zipfile.ZipFile(path) as archive:
            return WORKBOOK_PART in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError):
        return False


def _text(head: bytes) -> str | None:
    if b"\0" in head:
        return None
    text = head.decode("utf-8", "ignore").lstrip("\ufeff \t\r\n").lower()
    if text.startswith("<") and "<svg" in text:
        return "image/svg+xml"
    if text.startswith(("<!doctype html", "<html", "<script", "<body", "<head")):
        return "text/html"
    return "text/plain" if "".join(text.split()).isprintable() and text else None

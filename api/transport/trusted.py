"""The web app's documents, as its build writes them down: known from the start, by text and by hash."""

from pathlib import Path

import orjson

from api.settings import BadSetting, Settings, Trust
from schema.plans.documents import hash_of

MANIFEST = "documents.json"
"""In the built web app: an object of texts by their SHA-256."""


def trusted_texts(settings: Settings) -> list[str]:
    """The texts of the manifest; none where the web app has not been built.

    :raises BadSetting: only trusted documents are to be served, but nothing says which; or the manifest is damaged.
    """
    manifest = settings.web_dir / MANIFEST
    if not manifest.is_file():
        if settings.trusted_documents is Trust.ONLY:
            raise BadSetting(f"环境变量 TRUSTED_DOCUMENTS 为“only”，但没有文件 {manifest}，请先构建网页应用")
        return []
    return _read(manifest)


def _read(manifest: Path) -> list[str]:
    try:
        found = orjson.loads(manifest.read_bytes())
        wrong = [digest for digest, text in found.items() if hash_of(text) != digest]
    except (orjson.JSONDecodeError, AttributeError):
        wrong = ["不是 JSON 对象"]
    if wrong:
        raise BadSetting(f"文件 {manifest} 已损坏（{wrong[0]}），请重新构建网页应用")
    return list(found.values())

"""Automatic persisted queries, as Apollo's clients speak them: a hash instead of a text that the service knows.

A request names a hash in `extensions.persistedQuery`. Without its text it is answered by `PersistedQueryNotFound`
until some request has brought both; the texts of the web app are known from the start.
"""

from typing import Any

from models.kernel.errors import BadRequest, Fault
from schema.plans.documents import Documents

PROTOCOL = 1
LONGEST_TEXT = 64 * 1024


class PersistedQueryNotFound(Fault):
    """PersistedQueryNotFound"""

    code = "PERSISTED_QUERY_NOT_FOUND"


class DocumentNotTrusted(Fault):
    """本服务只接受随网页应用一同发布的查询，收到的查询不在其中；请刷新网页后再试"""

    code = "DOCUMENT_NOT_TRUSTED"


def text_of(documents: Documents, query: str | None, extensions: Any) -> str | None:
    """The text that a request means.

    :raises PersistedQueryNotFound: only a hash was sent, and nobody has told its text.
    :raises BadRequest: the hash is not that of the text, or of another protocol.
    :raises DocumentNotTrusted: it is not among the only ones that are served.
    """
    if query and not documents.serves(query):
        raise DocumentNotTrusted
    named = extensions.get("persistedQuery") if isinstance(extensions, dict) else None
    if not isinstance(named, dict):
        return query
    digest = named.get("sha256Hash")
    if named.get("version") != PROTOCOL or not isinstance(digest, str):
        raise BadRequest(f"persistedQuery 应含 version {PROTOCOL} 与 sha256Hash，收到 {named}")
    if not query:
        known = documents.text_of(digest)
        if known is None:
            raise PersistedQueryNotFound
        return known
    # Only what can be run is remembered, so that nobody fills the memory with anything else.
    if len(query) <= LONGEST_TEXT and documents.find(query) and not documents.learn(digest, query):
        raise BadRequest("persistedQuery 的 sha256Hash 与 query 不符")
    return query

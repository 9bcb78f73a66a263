"""Why a file is refused: what was received, what is wanted, what to do."""

from models.files import sniffing, words
from models.files.limits import MAX_PAGES, MAX_PIXELS, Limit
from models.kernel.rules import Finding

FILE_RULE = "REG-FILE"


def wrong_type(name: str, found: str | None, limit: Limit) -> Finding:
    kind = sniffing.type_words(found)
    wanted = words.wanted_types(limit.media_types)
    return _refusal(limit, f"“{name}”：收到 {kind}，需要 {wanted}", present=kind, needed=wanted)


def too_large(name: str, octets: int, limit: Limit) -> Finding:
    present, needed = words.size(octets), f"不超过 {words.size(limit.max_bytes)}"
    return _refusal(
        limit,
        f"“{name}”：收到 {present}，此处{needed}",
        present=present,
        needed=needed,
        advice="请压缩后再上传",
    )


def damaged(name: str, limit: Limit) -> Finding:
    wanted = words.wanted_types(limit.media_types)
    return _refusal(
        limit,
        f"“{name}”已损坏或不完整，不能打开",
        present="不能打开",
        needed=f"完整的 {wanted}",
        advice="请在自己的设备上打开检查，重新保存后再上传",
    )


def too_many_pixels(name: str, width: int, height: int, limit: Limit) -> Finding:
    return _refusal(
        limit,
        f"“{name}”：收到 {width}×{height} 像素，图片不得超过 {MAX_PIXELS // 10_000} 万像素",
        present=f"{width}×{height} 像素",
        needed=f"不超过 {MAX_PIXELS // 10_000} 万像素",
        advice="请缩小图片后再上传",
    )


def encrypted(name: str, limit: Limit) -> Finding:
    return _refusal(
        limit, f"“{name}”已加密，需要没有密码的 PDF", present="加密的 PDF", needed="没有密码的 PDF"
    )


def active_content(name: str, action: str, limit: Limit) -> Finding:
    return _refusal(
        limit,
        f"“{name}”含有{action}，需要只有文字和图像的 PDF",
        present=f"含有{action}的 PDF",
        needed="只有文字和图像的 PDF",
        advice="请用“打印为 PDF”重新生成",
    )


def wrong_page_count(name: str, pages: int, limit: Limit) -> Finding:
    needed = f"{limit.min_pages} 至 {MAX_PAGES} 页"
    return _refusal(limit, f"“{name}”：收到 {pages} 页，需要 {needed}", present=f"{pages} 页", needed=needed)


def too_complex(name: str, limit: Limit) -> Finding:
    return _refusal(
        limit,
        f"“{name}”的内容过于复杂，检查没有完成",
        present="检查没有完成",
        needed=words.demand(limit),
        advice="请重新扫描或另存后再上传",
    )


def never_came(name: str) -> Finding:
    return Finding(
        rule=FILE_RULE,
        law="D-13",
        message=f"“{name}”没有上传完成，凭证已失效",
        present="没有收到",
        needed="完整的文件",
        advice="请重新选择文件",
    )


def virus(name: str, signature: str, limit: Limit) -> Finding:
    return _refusal(
        limit, f"“{name}”未通过病毒检查（{signature}）", present=signature, needed="没有病毒的文件"
    )


def _refusal(limit: Limit, message: str, *, present: str, needed: str, advice: str | None = None) -> Finding:
    return Finding(
        rule=FILE_RULE, law=limit.source, message=message, present=present, needed=needed, advice=advice
    )

"""Rules about the photo and the attachments: pixels, size, type by content, which ones are there."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.kernel.rules import Finding, Severity
from models.professions.asking import Check, Say, file_words, size_words, type_words
from models.professions.facts import CaseFacts, FileFacts
from models.professions.rulebook import Demand, KindForm
from models.registration.form import FIELDS, attachment_path
from models.registration.words import ATTACHMENT_WORDS


@dataclass(frozen=True)
class PhotoSize:
    """What a photo must be: pixels, octets at most, types by content."""

    width: int
    height: int
    max_bytes: int
    media_types: tuple[str, ...]

    @property
    def words(self) -> str:
        return (
            f"{self.width}×{self.height}像素、不超过{size_words(self.max_bytes)}、"
            f"{type_words(self.media_types)}格式"
        )

    def fits(self, file: FileFacts) -> bool:
        return (
            (file.width, file.height) == (self.width, self.height)
            and file.octets <= self.max_bytes
            and file.media_type in self.media_types
        )


def photo_fits(size: PhotoSize) -> Check:
    """REG-PHOTO. A background that is not plain is a warning."""

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        photo, path = facts.photo, FIELDS["photo_id"].path
        if photo is None:
            return
        received = f"{photo.width}×{photo.height}像素、{size_words(photo.octets)}"
        fits = size.fits(photo)
        yield say(
            met=fits,
            message=f"照片符合要求：{received}" if fits else f"收到{received}，应为{size.words}；可在线裁剪",
            present=f"{received}、{type_words([photo.media_type])}",
            needed=size.words,
            advice=None if fits else "请用“裁剪照片”处理后使用",
            path=path,
        )
        if fits and photo.plain_background is False:
            yield say(
                severity=Severity.WARNING,
                message="照片背景不是单色，可能被退回",
                present="背景有图案",
                needed="近期免冠、单色背景",
                advice="请换一张单色背景的照片",
                path=path,
            )

    return check


def misfit(demand: Demand, file: FileFacts) -> str | None:
    """Why a file does not fit a slot, or None."""
    if file.media_type not in demand.media_types or file.octets > demand.max_bytes:
        return f"{file.name}为{file_words(file)}，此处要求{demand_words(demand)}"
    return None


def demand_words(demand: Demand) -> str:
    pages = f"、共{demand.min_pages}页" if demand.min_pages else ""
    return f"{type_words(demand.media_types)}、不超过{size_words(demand.max_bytes)}{pages}"


def files_fit(forms: Iterable[KindForm]) -> Check:
    """REG-FILE."""
    by_kind = {form.kind: form for form in forms}

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        for demand in by_kind[facts.kind].demanded(facts):
            for file in facts.attachments.get(demand.kind, ()):
                wrong = misfit(demand, file)
                yield say(
                    met=wrong is None,
                    message=wrong or f"{file.name}符合要求",
                    present=file_words(file),
                    needed=demand_words(demand),
                    advice=None if wrong is None else "请另存或压缩后重新上传",
                    path=attachment_path(demand.kind),
                )

    return check


def documents_complete(forms: Iterable[KindForm]) -> Check:
    """REG-DOCS: every demanded attachment is there."""
    by_kind = {form.kind: form for form in forms}

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        for demand in by_kind[facts.kind].demanded(facts):
            if not demand.required_of(facts):
                continue
            word, files = ATTACHMENT_WORDS[demand.kind], facts.attachments.get(demand.kind, ())
            pages = sum(file.pages or 1 for file in files)
            short = pages < (demand.min_pages or 1)
            said = f"{word}只有{pages}页，须上传全部{demand.min_pages}页" if files else f"缺少{word}"
            yield say(
                met=not short,
                message=f"{said}：{demand.demand}" if short else f"已上传{word}",
                present=f"{len(files)}个文件，共{pages}页" if files else "未上传",
                needed=f"{word}（{demand_words(demand)}）",
                advice=f"请上传{word}" if short else None,
                path=attachment_path(demand.kind),
            )

    return check

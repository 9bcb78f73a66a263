"""Files: upload tickets, the photo tool, and files as the objects that show them give them."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.files import steps
from models.files.limits import LIMITS
from models.files.links import FileView, address, page_urls, upload_url
from models.files.photo import Cut
from models.files.photo_tool import crop_photo
from models.files.reads import visible_to
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.workflow import FILE
from models.kernel import rules
from models.kernel.ids import key_of
from models.kernel.viewer import Viewer
from schema.common.context import Info, viewer_of
from schema.common.enums import expose
from schema.common.findings import Finding
from schema.common.interfaces import Node
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.scalars import URL
from schema.plans.binding import present, rows
from schema.plans.declare import column, computed

expose(
    FilePurpose,
    {
        FilePurpose.PHOTO: "近期免冠照片 295×413",
        FilePurpose.SCAN: "扫描件",
        FilePurpose.LICENCE: "营业执照、资质证明",
        FilePurpose.IDENTITY: "身份证件照片",
        FilePurpose.PLEDGE: "承诺书，多页 PDF",
        FilePurpose.PLAN: "方案与项目附件",
        FilePurpose.REPORT: "报告，PDF",
        FilePurpose.OPINION: "审核、签发附件",
        FilePurpose.FIELD_PHOTO: "现场照片",
        FilePurpose.ORIGINAL_RECORD: "维修原始记录",
        FilePurpose.ANNUAL_REPORT: "年度综合报告",
        FilePurpose.IMPORT: "导入表格",
        FilePurpose.VIDEO: "课件视频",
        FilePurpose.CONCLUSION: "结论性文件",
        FilePurpose.PROOF: "证明材料",
    },
)
expose(FileState, FILE.words)


def _refusals(refusals: list[dict[str, str]]) -> list[rules.Finding]:
    return [
        rules.Finding(
            rule=kept["rule"],
            law=kept["law"],
            message=kept["message"],
            present=kept.get("present"),
            needed=kept.get("needed"),
            advice=kept.get("advice"),
        )
        for kept in refusals
    ]


def _content(id: int, state: FileState, viewer: Viewer) -> URL | None:
    return _url(address(viewer, id, state, FileView.CONTENT))


def _preview(id: int, state: FileState, viewer: Viewer) -> URL | None:
    return _url(address(viewer, id, state, FileView.PREVIEW))


def _pages(id: int, state: FileState, pages: int | None, viewer: Viewer) -> list[URL]:
    return [URL(url) for url in page_urls(viewer, id, state, pages)]


def _url(url: str | None) -> URL | None:
    return URL(url) if url else None


@rows(StoredFile, visible=visible_to, prefix="fil", description="文件；谁能看所属对象，谁能看它")
class File(Node):
    """An uploaded file, or one the service made."""

    name: str = column(description="文件名")
    purpose: FilePurpose = column(description="用途")
    state: FileState = column(description="状态")
    media_type: str | None = column(description="按内容判定的类型")
    bytes: int | None = column(description="大小")
    pages: int | None = column(description="页数")
    width: int | None = column(description="像素宽")
    height: int | None = column(description="像素高")
    sha256: str | None = column(description="摘要")
    refusals: list[Finding] = computed(_refusals, description="被拒原因")
    download_url: URL | None = computed(_content, description="下载地址，几分钟内有效")
    preview_url: URL | None = computed(_preview, description="缩略图地址")
    page_urls: list[URL] = computed(_pages, description="各页图像地址")


@strawberry.type(description="上传凭证")
class UploadTicket:
    """Where and how to send the content: a plain HTTP PUT of the raw octets, within 15 minutes."""

    file: File = strawberry.field(description="待上传的文件")
    url: URL = strawberry.field(description="上传地址")
    expires_at: datetime = strawberry.field(description="何时失效")
    max_bytes: int = strawberry.field(description="最大字节数")
    media_types: list[str] = strawberry.field(description="接受的类型")


def _ticket(file: StoredFile) -> UploadTicket:
    assert file.ticket_expires_at
    limit = LIMITS[file.purpose]
    return UploadTicket(
        file=present(File, file),
        url=URL(upload_url(file)),
        expires_at=file.ticket_expires_at,
        max_bytes=limit.max_bytes,
        media_types=list(limit.media_types),
    )


@strawberry.input(description="要一张上传凭证：输入")
class RequestUploadInput:
    purpose: FilePurpose = strawberry.field(description="用途")
    name: str = strawberry.field(description="文件名")
    bytes: int = strawberry.field(description="大小")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("要一张上传凭证：结果")
class RequestUploadPayload(Payload):
    ticket: UploadTicket | None = strawberry.field(default=None, description="上传凭证")


@strawberry.input(description="照片处理：输入")
class CropPhotoInput:
    file_id: strawberry.ID = strawberry.field(description="原图")
    left: int = strawberry.field(description="左边界")
    top: int = strawberry.field(description="上边界")
    width: int = strawberry.field(description="宽")
    height: int = strawberry.field(description="高")
    turn: int = strawberry.field(default=0, description="顺时针度数：0、90、180、270")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("照片处理：结果")
class CropPhotoPayload(Payload):
    file: File | None = strawberry.field(default=None, description="文件")


@strawberry.type
class Mutation:
    """Uploads themselves go over plain HTTP, by the ticket."""

    @strawberry.mutation(description="要一张上传凭证，随后用普通 HTTP 上传")
    async def request_upload(
        self, info: Info, input: Annotated[RequestUploadInput, INPUT]
    ) -> RequestUploadPayload:
        step = steps.request_upload.once(input.idempotency_key)
        asked = step(viewer_of(info), purpose=input.purpose, name=input.name, bytes=input.bytes)
        return await run(info, RequestUploadPayload, asked, ticket=_ticket)

    @strawberry.mutation(description="照片处理：旋转、裁剪、重编码为 295×413，先看后用")
    async def crop_photo(self, info: Info, input: Annotated[CropPhotoInput, INPUT]) -> CropPhotoPayload:
        cut = Cut(input.left, input.top, input.width, input.height, input.turn)
        original, key = key_of(StoredFile.prefix, input.file_id), input.idempotency_key
        return await run(
            info, CropPhotoPayload, crop_photo(viewer_of(info), original=original, cut=cut, key=key)
        )

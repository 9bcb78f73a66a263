"""Mutations of imports and exports."""

from typing import Annotated

import strawberry

from models.files.tables import StoredFile
from models.kernel.ids import key_of
from models.registration.batches.tables import Batch
from models.transfers.kinds import ExportFormat, ExportKind, ImportKind
from models.transfers.steps import exporting, importing
from models.transfers.tables import Import as ImportTable
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.inputs import optional
from schema.registration.filters import CertificateFilter, WorkFilter
from schema.transfers.criteria import kept
from schema.transfers.types import Export, Import

PREFIX = ImportTable.prefix


@strawberry.input(description="导入：输入")
class StartImportInput:
    kind: ImportKind = strawberry.field(description="种类")
    file_id: strawberry.ID = strawberry.field(description="已上传的文件，用途为 IMPORT")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("导入：结果")
class StartImportPayload(Payload):
    import_: Import | None = strawberry.field(name="import", default=None, description="导入")


@strawberry.input(description="确认导入：输入")
class ApplyImportInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    leave_out_faulty: bool = strawberry.field(default=False, description="略去有错的行")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("确认导入：结果")
class ApplyImportPayload(Payload):
    import_: Import | None = strawberry.field(name="import", default=None, description="导入")


@strawberry.input(description="放弃导入：输入")
class DiscardImportInput:
    id: strawberry.ID = strawberry.field(description="对象")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("放弃导入：结果")
class DiscardImportPayload(Payload):
    import_: Import | None = strawberry.field(name="import", default=None, description="导入")


@strawberry.input(description="导出：输入")
class StartExportInput:
    kind: ExportKind = strawberry.field(description="种类")
    format: ExportFormat = strawberry.field(description="格式")
    work: WorkFilter | None = optional("待办筛选")
    certificates: CertificateFilter | None = optional("注册证筛选")
    batch_id: strawberry.ID | None = optional("批次，导出批次清单时必填")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("导出：结果")
class StartExportPayload(Payload):
    export: Export | None = strawberry.field(default=None, description="导出")


@strawberry.type
class Mutation:
    """Imports by administrators and whoever keeps a body's data; exports by whoever may see the list."""

    @strawberry.mutation(description="导入：先检查、预览，确认后才写入")
    async def start_import(self, info: Info, input: Annotated[StartImportInput, INPUT]) -> StartImportPayload:
        step = importing.start_import.once(input.idempotency_key)
        file = key_of(StoredFile.prefix, input.file_id)
        return await run(info, StartImportPayload, step(viewer_of(info), kind=input.kind, file_id=file))

    @strawberry.mutation(description="确认导入，全有或全无")
    async def apply_import(self, info: Info, input: Annotated[ApplyImportInput, INPUT]) -> ApplyImportPayload:
        step = importing.apply_import.once(input.idempotency_key)
        given = {"id": key_of(PREFIX, input.id), "version": input.version}
        asked = step(viewer_of(info), **given, leave_out_faulty=input.leave_out_faulty)
        return await run(info, ApplyImportPayload, asked)

    @strawberry.mutation(description="放弃导入，检查时也可以")
    async def discard_import(
        self, info: Info, input: Annotated[DiscardImportInput, INPUT]
    ) -> DiscardImportPayload:
        step = importing.discard_import.once(input.idempotency_key)
        return await run(info, DiscardImportPayload, step(viewer_of(info), id=key_of(PREFIX, input.id)))

    @strawberry.mutation(description="导出清单：在后台制作，完成后可下载")
    async def start_export(self, info: Info, input: Annotated[StartExportInput, INPUT]) -> StartExportPayload:
        step = exporting.start_export.once(input.idempotency_key)
        asked = step(viewer_of(info), kind=input.kind, format=input.format, criteria=criteria_of(input))
        return await run(info, StartExportPayload, asked)


def criteria_of(given: StartExportInput) -> dict[str, object]:
    """Of the filter that belongs to the list."""
    match given.kind:
        case ExportKind.WORK_QUEUE:
            return kept(given.work)
        case ExportKind.CERTIFICATES:
            return kept(given.certificates)
        case ExportKind.BATCH:
            return {"batch": key_of(Batch.prefix, given.batch_id or "")}
    return {}

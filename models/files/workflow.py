"""States of a file and the table of its moves. No event is recorded: the object that shows a file has its own."""

from models.files.tables import FileState
from models.kernel.workflow import Workflow, move

OWNER = "owner"
SERVICE = "service"

EXPECTED, SCANNING, CLEAN, REFUSED = FileState

FILE = Workflow(
    name="file",
    title="文件",
    states=FileState,
    words={EXPECTED: "待上传", SCANNING: "检查中", CLEAN: "可用", REFUSED: "已拒绝"},
    moves=(
        move("request_upload", "要上传凭证", (), {EXPECTED}, {OWNER}),
        move("~begin", "制作文件", (), {SCANNING}, {OWNER, SERVICE}),
        move("~take", "收到内容", {EXPECTED, SCANNING}, {SCANNING}, {OWNER}),
        move("~accept", "检查通过", {SCANNING}, {CLEAN}, {OWNER, SERVICE}),
        move("~refuse", "检查不通过", {EXPECTED, SCANNING}, {REFUSED}, {OWNER, SERVICE}),
        move("~give_back", "未能检查", {SCANNING}, {EXPECTED}, {OWNER}),
    ),
)

"""The notices of the demonstration: invented, and said to be so; how to apply is told as the service does it."""

from dataclasses import dataclass
from datetime import timedelta

from models.authorities.kinds import Profession
from models.authorities.tables import Authority
from models.kernel.unit import Unit, unit_of_work
from models.noticeboard.kinds import NoticeKind, NoticeState
from models.noticeboard.tables import Notice


@dataclass(frozen=True, slots=True)
class Posting:
    """One notice, published so many days before the demonstration was loaded."""

    kind: NoticeKind
    days_ago: int
    heading: str
    body: str


POSTINGS = (
    Posting(
        NoticeKind.NOTICE,
        3,
        "关于网上办理注册消防工程师初始注册的公告",
        "注册消防工程师初始注册已可在网上办理。申请人不需要事先开户，验证手机号后即可填写，中途可以离开，"
        "换手机或电脑都能接着办。\n\n"
        "申请提交后由所选的消防救援总队依次预审、受理、审查、决定和制证，每一步的结果都会发短信，并显示在首页。\n\n"
        "延续注册、变更注册、重新注册和补办注册证、印章的网上办理另行公告。开通以前，请向所在省份的消防救援总队咨询。",
    ),
    Posting(
        NoticeKind.NOTICE,
        12,
        "关于年末受理时间安排的公告",
        "年末申请较为集中，请需要在年内办结的申请人尽早提交，并核对联系电话，以便及时收到补正通知。\n\n"
        "各环节的期限按工作日计算，退回补正期间不计入期限。",
    ),
    Posting(
        NoticeKind.NOTES,
        26,
        "照片和扫描材料的要求",
        "近期免冠照片为白色或浅色纯色背景，宽 295 像素、高 413 像素，不超过 300 KB。手机拍摄的照片可以直接选择，"
        "页面上的照片工具会帮助裁剪。\n\n"
        "其他材料请扫描或拍照上传，每份不超过 300 KB，字迹须能辨认。",
    ),
    Posting(
        NoticeKind.NOTES,
        40,
        "怎样查验注册证",
        "用手机扫描注册证上的二维码，或在首页的搜索框输入注册证号，都可以看到注册证现在的状态。查验不需要登录。\n\n"
        "纸面内容与查验结果不同时，以查验结果为准，并请联系发证机构。",
    ),
    Posting(
        NoticeKind.REGULATION,
        90,
        "注册消防工程师注册的依据",
        "注册消防工程师的注册、执业和管理，依据《中华人民共和国消防法》和《注册消防工程师管理规定》"
        "（公安部令第143号）办理。\n\n"
        "申请页面上的每一项要求都注明所依据的条款。",
    ),
    Posting(
        NoticeKind.NOTES,
        60,
        "补办、注销注册怎样办理",
        "补办注册证、执业印章，以及注销注册，都在网上办理：登录后在“我的申请”选择相应事项，内容与原来的纸质表格相同。\n\n"
        "需要事先了解表格内容的，可以在“空白表格”下载打印；填写后的申请表可以在申请页预览和打印。",
    ),
    Posting(
        NoticeKind.NOTES,
        75,
        "系统提示没有注册信息或证件信息有误时",
        "提示没有您的注册信息的，请核对证件号码与上次注册时是否一致；仍然查不到的，请联系注册机构。\n\n"
        "证件信息有误的，须先更正再申请：请携带证件到注册机构核对，由注册机构确认后在系统中更正，并告知您结果，"
        "更正后即可登录办理。各机构的电话、传真和联系人见“注册机构联系方式”。",
    ),
    Posting(
        NoticeKind.FORM,
        120,
        "注册申请表说明",
        "注册申请表由系统按所填内容生成，不需要另行下载填写。提交前可在“检查并提交”页预览，提交后可在申请页下载。",
    ),
)


@unit_of_work
async def post_notices(unit: Unit, *, by: Authority) -> None:
    """Put all of them up, published by one authority."""
    for posting in POSTINGS:
        await Notice.create(
            kind=posting.kind,
            state=NoticeState.PUBLISHED,
            profession=Profession.FIRE_ENGINEER,
            heading=posting.heading,
            body=posting.body,
            published_at=unit.now - timedelta(days=posting.days_ago),
            authority=by,
        )

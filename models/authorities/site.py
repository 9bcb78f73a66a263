"""Texts of the site: the built-in ones, unless an administrator wrote others."""

from models.authorities.kinds import SiteKey
from models.authorities.tables import SiteText

BUILT_IN = {
    SiteKey.NAME: "执业注册与执业管理服务",
    SiteKey.ADDRESS: "",
    SiteKey.PURPOSE: "让注册申请看得见、办得快、查得到",
    SiteKey.INTRODUCTION: "在线办理注册消防工程师初始注册，每一步实时可见；注册证可扫码查验",
    SiteKey.BROWSERS: "Chrome、Edge、Firefox、Safari 的最近两个版本",
}


async def site_texts() -> dict[SiteKey, str]:
    """Every text. An empty address means: as the service is configured."""
    written = {row.key: row.text for row in await SiteText.all()}
    return BUILT_IN | written

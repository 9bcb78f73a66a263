"""Agencies and key units of the demonstration; names and numbers are invented."""

from dataclasses import dataclass

from api.demo.numbers import credit_code


@dataclass(frozen=True, slots=True)
class Firm:
    """One employer. `county` and `region`: GB/T 2260 codes of six digits."""

    name: str
    county: str
    region: str
    address: str
    serial: int
    agency: bool = True
    fire: bool = True
    """May it employ fire engineers?"""

    @property
    def credit_code(self) -> str:
        return credit_code(self.county, self.serial)

    @property
    def mobile(self) -> str:
        """Of the clerk who signs in for it."""
        return f"137{self.serial % 100_000_000:08d}"

    @property
    def phone(self) -> str:
        area = {"3201": "025", "3205": "0512", "3202": "0510", "3301": "0571", "3302": "0574"}
        return f"{area[self.region[:4]]}-5555{self.serial % 10_000:04d}"


FIRMS = (
    Firm("南京青砚消防技术服务有限公司", "320106", "320100", "江苏省南京市鼓楼区青砚路18号", 310_001),
    Firm("苏州枕河消防检测有限公司", "320508", "320500", "江苏省苏州市姑苏区枕河街66号", 310_002),
    Firm("无锡蠡桥消防设施维护有限公司", "320211", "320200", "江苏省无锡市滨湖区蠡桥路9号", 310_003),
    Firm("南京云锦里消防安全评估有限公司", "320104", "320100", "江苏省南京市秦淮区云锦里3号", 310_004),
    Firm("杭州拾潮消防科技有限公司", "330106", "330100", "浙江省杭州市西湖区拾潮路21号", 330_001),
    Firm("宁波听澜消防技术有限公司", "330203", "330200", "浙江省宁波市海曙区听澜街5号", 330_002),
    Firm("南京紫藤商业广场管理有限公司", "320105", "320100", "江苏省南京市建邺区紫藤路1号", 310_005, False),
    Firm(
        "南京栖霞云岭化工有限公司", "320113", "320100", "江苏省南京市栖霞区云岭路7号", 310_006, False, False
    ),
    Firm(
        "苏州石湖工程监理有限公司", "320506", "320500", "江苏省苏州市吴中区石湖路12号", 310_007, False, False
    ),
    Firm("杭州湖墅会展中心有限公司", "330105", "330100", "浙江省杭州市拱墅区湖墅路8号", 330_003, False),
)
"""Six fire technical service agencies, two key units of fire safety, a chemical works and a supervision company."""

CLERK_FIRM = FIRMS[0]
PLANT, SUPERVISOR = FIRMS[7], FIRMS[8]

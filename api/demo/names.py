"""Names of invented people."""

from collections.abc import Iterator
from random import Random

from models.people.kinds import Sex

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾"
)
FIRST = {Sex.MALE: "书明承景云子维思允逸修柏舟启砚", Sex.FEMALE: "若静语佳予清知晚映采书令音婉念"}
SECOND = {Sex.MALE: "恒川远铭屿安峥航尧泽松岳然谦弦", Sex.FEMALE: "棠宁溪岚秋澜月筠禾薇霜舒荷苓意"}
RARE = (("沈䶮", Sex.MALE), ("周㙟", Sex.MALE), ("陈𠮷安", Sex.MALE))
"""Characters outside the common sets: they must be kept, found and printed like any other."""
OTHERS = (
    ("何婉清", Sex.FEMALE),
    ("方砚秋", Sex.FEMALE),
    ("古丽娜尔·阿不都热合曼", Sex.FEMALE),
    ("欧阳予溪", Sex.FEMALE),
)


def invented(rng: Random) -> Iterator[tuple[str, Sex]]:
    """Names with their sex, none twice."""
    given = {name for name, _ in (*RARE, *OTHERS)}
    while True:
        sex = rng.choice((Sex.MALE, Sex.MALE, Sex.FEMALE))
        name = rng.choice(SURNAMES) + rng.choice(FIRST[sex]) + rng.choice(SECOND[sex])
        if name not in given:
            given.add(name)
            yield name, sex

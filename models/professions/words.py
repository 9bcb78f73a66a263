"""The Chinese words of professions and grades."""

from models.authorities.kinds import Grade, Profession

PROFESSION_WORDS = {
    Profession.FIRE_ENGINEER: "注册消防工程师",
    Profession.SAFETY_ENGINEER: "注册安全工程师",
    Profession.SUPERVISION_ENGINEER: "注册监理工程师",
}

GRADE_WORDS = {Grade.FIRST: "一级", Grade.SECOND: "二级", Grade.INTERMEDIATE: "中级"}


def engineer_title(profession: Profession, grade: Grade | None) -> str:
    """一级注册消防工程师."""
    return (GRADE_WORDS[grade] if grade else "") + PROFESSION_WORDS[profession]

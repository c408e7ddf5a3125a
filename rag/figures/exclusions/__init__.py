"""What has the form of a quantity and is no figure: dates, ordinals, names, thresholds, starting values and the like.

In: a quantity with the clean text around it. Out: the name of the phenomenon that excludes it, or None. The table is
the specification: one phenomenon, one small rule, one example; the first that holds is given.
"""

from __future__ import annotations

from collections.abc import Callable

from rag.figures.exclusions import dates, names, ranks, structures, thresholds
from rag.figures.exclusions.setting import Setting

Rule = Callable[[Setting], bool]

EXCLUSIONS: tuple[tuple[str, Rule, str], ...] = (
    ("calendar", dates.calendar, "2024年1月19日, 连续9年"),
    ("clock", dates.clock, "24小时服务"),
    ("streak", dates.streak, "连续3次"),
    ("ordinal", ranks.ordinal, "第3次, 前10名"),
    ("rank", ranks.rank, "居全国第5位"),
    ("part of a name", names.part_of_a_name, "C919, 5G, 3533"),
    ("grade", names.grade, "千亿级集群, 4A级"),
    ("level name", names.level_name, "500千伏级"),
    ("quoted name", names.quoted_name, "“345”工作思路"),
    ("starting value", thresholds.starting_value, "由60%提高到65%"),
    ("compared base", thresholds.compared_base, "比现有的86个减少27个"),
    ("per", thresholds.per, "每万人口"),
    ("threshold", thresholds.threshold, "年收入10万元以上的村"),
    ("definition", thresholds.definition, "3岁以下婴幼儿"),
    ("capacity in a name", names.capacity_in_a_name, "700万吨露天煤矿"),
    ("magnitude name", names.magnitude_name, "首个千亿品牌"),
    ("delimiting", thresholds.delimiting, "45个重点开发区总产值占比达84%"),
    ("product", names.product, "2×35万千瓦"),
    ("structure", structures.structure, "八个方面工作"),
    ("closing an enumeration", structures.closing_enumeration, "招商引资、项目建设两项工作"),
    ("session", ranks.session, "十四届三次会议"),
    ("article", structures.article, "一个重要支撑"),
    ("chinese structure", structures.chinese_structure, "两个维护"),
    ("people called by number", names.people_called_by_number, "15万父老乡亲"),
)


def excluded(setting: Setting) -> str | None:
    """The first phenomenon that makes this quantity no figure, or None."""
    return next((name for name, rule, _ in EXCLUSIONS if rule(setting)), None)


__all__ = ["EXCLUSIONS", "Rule", "Setting", "excluded"]

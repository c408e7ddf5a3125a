"""What sort of answer a question asks for, and its subject."""

from __future__ import annotations

import pytest

from rag.answers.asked.question import Aim
from rag.answers.asked.routes import over_many, parts
from rag.answers.asked.table import Over
from rag.answers.asked.wanted import Wanted
from rag.records import QuestionKind
from tests.answers.small import reader

READER = reader()

SUBJECTS = [
    # question, its terms
    ("请问云渚县2024年的粮食产量目标是多少？", ("粮食产量",)),
    ("云渚县2024年给经济总量定的目标是多少亿元？", ("经济总量",)),
    ("帮我查一下云渚县2023年财政收入完成了多少", ("财政收入",)),
    (
        "我是县人社局的，想核对一下：云渚县2024年新增就业任务是多少人？失业人员再就业呢？",
        ("新增就业", "失业人员再就业"),
    ),
    ("听说云渚县有个现场会，是什么会？", ("现场会",)),
    ("云渚县2024年旅游收如目标是多少", ("旅游收入",)),
    ("云渚县“渚上飞”是什么", ("渚上飞",)),
    ("云渚县2024年安排的68个重点项目分别有多少个", ("68个", "重点项目")),
    ("云渚县2024年新增多少美元外资", ("新增", "外资")),
    ("云渚县2024年老旧小区整治的面积是多少", ("老旧小区", "整治")),
    ("芦湾镇2024年4月底要完成多少亩春播", ("4月底", "春播")),
    ("2024年呢？", ()),
    ("隔壁的云渚县2024年粮食产量官方口径是多少？", ("粮食产量",)),
    ("论文引用需要：云渚县2024年粮食产量是多少？", ("粮食产量",)),
    ("云渚县2024年那次会上通报的典型案例", ("通报", "典型", "案例")),
]


@pytest.mark.parametrize(("text", "terms"), SUBJECTS)
def test_the_subject_is_what_is_left_of_a_question(text: str, terms: tuple[str, ...]) -> None:
    assert tuple(t.text for t in READER.read(text).terms) == terms


def test_a_slip_in_a_concept_is_read_as_the_concept() -> None:
    assert [t.concept for t in READER.read("云渚县2024年旅游收如目标是多少").terms] == ["旅游收入"]


def test_what_is_asked_beside_counts_less_than_what_is_asked() -> None:
    aside = READER.read("2023年农村还有垃圾没人管，云渚县要建立什么保洁机制？").terms[:2]
    assert [t.text for t in aside] == ["农村", "垃圾"]
    assert all(t.weight == READER.read(f"{t.text}怎么处理").terms[0].weight / 2 for t in aside)


def test_a_clause_that_asks_nothing_and_names_nothing_is_no_part_of_the_subject() -> None:
    terms = READER.read("这件事群众意见不少，云渚县2024年要建立什么保洁机制？").subject
    assert [t.text for t in terms] == ["建立", "保洁", "机制"]


COURTEOUS = [
    "您好，想请教一下：{}非常感谢！",
    "不好意思，打扰一下，{}多谢您！",
    "老师好，能不能告诉我，{}谢谢老师！",
    "求助：{}急用，在线等。",
    "烦请告知，{}不胜感激。",
    "哎，我就想问问，{}有劳了～",
    "我在编县志，{}以档案为凭。",
    "喜鹊，{}别卖关子。",
]


@pytest.mark.parametrize("around", COURTEOUS)
def test_courtesy_around_a_question_changes_nothing(around: str) -> None:
    plain = READER.read("云渚县2023年粮食产量目标是多少？")
    polite = READER.read(around.format("云渚县2023年粮食产量目标是多少？"))
    assert (polite.subject, polite.places.places, polite.years.years, polite.aim, polite.wanted) == (
        plain.subject,
        plain.places.places,
        plain.years.years,
        plain.aim,
        plain.wanted,
    )


def test_what_stands_beside_the_question_and_names_a_document_says_where_to_look() -> None:
    terms = READER.read("经济工作会议，芦湾镇2024年要种多少亩玉米？").subject
    assert ("会议", False) in [(t.text, t.beside) for t in terms]
    assert all(t.weight < 1 for t in terms if t.text != "玉米")


NEEDED = [
    # question, the terms that evidence must speak of
    ("云渚县2024年要把多少亩茶园管护好", {"茶园"}),
    ("云渚县2024年要拆除多少平方米", {"拆除"}),
    ("云渚县航空港（东西两场）2024年迎送多少旅客", {"航空港", "旅客"}),
    ("云渚县2024年涨价幅度（居民消费价格）控制在多少", {"居民消费价格"}),
    ("村里的孩子多，云渚县2024年新建几所幼儿园", {"幼儿园"}),
    ("关于幼儿园，云渚县2024年新建几所", {"幼儿园"}),
    ("村集体收入上10万元的村，云渚县2024年占比要到多少", {"10万元", "集体"}),
]


@pytest.mark.parametrize(("text", "needed"), NEEDED)
def test_evidence_must_speak_of_things_and_not_of_what_is_done_or_said_beside(text: str, needed: set[str]) -> None:
    assert {t.text for t in READER.read(text).subject if t.need == 1} >= needed
    assert all(t.text in needed or t.need < 1 or t.weight < 1 for t in READER.read(text).subject)


AIMS = [
    ("云渚县2024年粮食产量目标是多少", Aim.TARGET),
    ("云渚县2024年打算种多少亩玉米", Aim.TARGET),
    ("云渚县2024年年内要完成多少个", Aim.TARGET),
    ("云渚县2024年完成多少个", Aim.RESULT),
    ("云渚县2024年计划完成多少户改造", Aim.TARGET),
    ("云渚县2023年营养改善计划惠及多少学生", Aim.EITHER),
    ("云渚县2023年改厕计划完成了多少户", Aim.RESULT),
    ("云渚县2024年新增就业说好的是多少人", Aim.TARGET),
    ("云渚县2023年争取到多少专项资金", Aim.EITHER),
    ("云渚县2023年粮食实际产了多少", Aim.RESULT),
    ("云渚县去年改造了多少户", Aim.RESULT),
    ("云渚县2023年粮食产量多少", Aim.EITHER),
    ("云渚县2023年实际使用外资多少", Aim.EITHER),
]


@pytest.mark.parametrize(("text", "aim"), AIMS)
def test_target_and_result_are_told_apart(text: str, aim: Aim) -> None:
    assert READER.read(text).aim is aim


KINDS = [
    ("云渚县2023年粮食产量目标是多少，最后干到多少", QuestionKind.TRACK),
    ("云渚县2023年固定资产投资年初说要到多少？年底干到多少？", QuestionKind.TRACK),
    ("云渚县2023年计划改造多少个小区，改造了多少个", QuestionKind.TRACK),
    ("云渚县2023年年初说要新增多大的面积，年终报的又是多大", QuestionKind.TRACK),
    ("云渚县2023年计划到年底种多少亩玉米", QuestionKind.FIGURE),
    ("云渚县2024年粮食产量目标是多少", QuestionKind.FIGURE),
    ("云渚县培育的品牌叫什么", QuestionKind.TEXT),
    ("云渚县2024年有哪些重点项目", QuestionKind.LIST),
    ("云渚县和芦湾镇2024年粮食产量谁高", QuestionKind.COMPARE),
    ("云渚县2023、2024年粮食产量各是多少", QuestionKind.COMPARE),
    ("云渚县2023年粮食产量目标完成了吗", QuestionKind.TRACK),
    ("云渚县2023年粮食产量完成目标了吗", QuestionKind.TRACK),
    ("2024年哪个县粮食产量目标最高", QuestionKind.EXTREME),
    ("2024年有几个县粮食产量目标在10万吨以上", QuestionKind.COUNT),
    ("2024年小麦最低收购价是多少", QuestionKind.FIGURE),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_a_question_is_read(text: str, kind: QuestionKind) -> None:
    assert READER.read(text).question.kind is kind


def test_questions_over_all_places_are_told_from_those_about_one() -> None:
    over = [over_many(READER.read(text)) for text in ("2024年哪个县粮食产量目标最高", "云渚县哪年粮食产量最高？")]
    assert [ask.over for ask in over if ask] == [Over.COUNTIES, Over.YEARS]
    assert over_many(READER.read("云渚县2023年和2024年粮食产量目标哪个高")) is None
    assert over_many(READER.read("云渚县最大的项目投资多少")) is None


def test_the_units_asked_for_bring_their_family() -> None:
    wanted = READER.read("芦湾镇今年要种多少亩玉米").wanted
    assert wanted.number
    assert "公顷" in wanted.units
    assert not wanted.percent


def test_a_rate_is_wanted_where_a_rate_is_asked_for() -> None:
    assert READER.read("云渚县2024年失业率目标是多少").wanted == Wanted(True, percent=True)


def test_points_of_a_rate_are_no_things_to_count() -> None:
    wanted = READER.read("云渚县2024年把物价涨幅控制在几个点以内").wanted
    assert wanted.percent
    assert wanted.units == ()


def test_the_word_goal_asks_for_no_number_where_another_thing_is_the_goal() -> None:
    assert not READER.read("芦湾镇2024年以争创什么称号为目标？").wanted.number
    assert READER.read("云渚县2024年粮食产量目标？").wanted.number


def test_the_measure_of_a_thing_stands_in_where_no_unit_is_said() -> None:
    assert READER.read("云渚县2024年新增就业多少").wanted.units[0] == "人"


def test_no_number_is_wanted_by_which_ones() -> None:
    assert not READER.read("云渚县有哪几个产业进了集群名单").wanted.number


def test_a_comparison_has_a_part_for_each_place_and_year() -> None:
    found = parts(READER.read("云渚县和芦湾镇2023年、2024年粮食产量分别是多少"))
    assert [p.label for p in found] == ["云渚县2023年", "云渚县2024年", "芦湾镇2023年", "芦湾镇2024年"]
    assert [p.reading.years.years for p in found] == [(2023,), (2024,), (2023,), (2024,)]


def test_parts_are_bounded_whatever_a_question_lists() -> None:
    years = "、".join(f"{year}年" for year in range(2000, 2009))
    assert len(parts(READER.read(f"云渚县和芦湾镇{years}粮食产量分别是多少"))) <= 12


UNITS = [
    # question, a unit that its answer may carry, one that it may not, whether a rate will do
    ("芦湾镇2024年修的路有多长", "公里", "亩", False),
    ("芦湾镇2024年大棚面积有多大", "亩", "公里", False),
    ("芦湾镇2024年要搭多大面积的大棚", "公顷", "个", False),
    ("芦湾镇2024年的政策优惠期有多长时间", "年", "公里", False),
    ("芦湾镇2024年多少家农户有返贫风险", "户", "人", False),
    ("芦湾镇2024年收了多少担茶叶", "担", "亩", False),
    ("云渚县2024年实际用了多少外商直接投资", "美元", "人", True),
]


@pytest.mark.parametrize(("question", "unit", "other", "rates"), UNITS)
def test_the_way_of_asking_says_in_what_is_measured(question: str, unit: str, other: str, rates: bool) -> None:
    wanted = READER.read(question).wanted
    assert unit in wanted.units
    assert other not in wanted.units
    assert wanted.rates is rates


@pytest.mark.parametrize(
    ("question", "rates"),
    [
        ("芦湾镇2024年收了多少茶叶", False),
        ("芦湾镇2024年拉了多少游客、多少茶叶", False),
        ("芦湾镇2024年茶叶收了多少", True),
        ("芦湾镇2024年茶叶收了多少，增长百分之多少", True),
    ],
)
def test_how_much_of_a_thing_is_no_rate(question: str, rates: bool) -> None:
    wanted = READER.read(question).wanted
    assert (wanted.units, wanted.rates) == ((), rates)


LEFT_OUT = [
    # question, words that name nothing of its subject
    ("云渚县2023年农民收入扣除物价因素以后增长多少", "物价"),
    ("云渚县2023年前九个月城镇新增就业多少人", "月"),
    ("云渚县2024年给城镇调查失业率划的红线是多少", "红线"),
    ("云渚县2024年专项债券至少要发多少亿元，比如交通这块", "比如"),
]


@pytest.mark.parametrize(("question", "word"), LEFT_OUT)
def test_what_only_frames_a_question_is_no_subject(question: str, word: str) -> None:
    reading = READER.read(question)
    assert reading.subject
    assert not any(word in term.text for term in reading.subject)


def test_a_line_that_is_drawn_is_a_target() -> None:
    assert READER.read("云渚县2024年给城镇调查失业率划的红线是多少").aim is Aim.TARGET


DONE_TO_IT = [
    # question, what is done to the thing
    ("芦湾镇2024年旧管道要换下来多少公里", "换下来"),
    ("芦湾镇2024年要让多少孩子吃上热饭", "吃上"),
    ("芦湾镇2024年还剩多少违章棚屋没清掉", "清掉"),
]


@pytest.mark.parametrize(("question", "done"), DONE_TO_IT)
def test_a_verb_with_its_complement_names_no_thing(question: str, done: str) -> None:
    assert [t.need for t in READER.read(question).terms if t.text == done] in ([], [0.3])


def test_a_unit_that_begins_another_word_is_no_unit() -> None:
    assert "人才" in [t.text for t in READER.read("云渚县2024年要引来多少人才").terms]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("某镇2024年河道巡查要干完全年任务的百分之多少", ("河道", "巡查", "干")),
        ("芦湾镇2024年争创什么称号", ("争创", "称号")),
    ],
)
def test_a_place_without_a_name_and_a_completed_task_are_no_subject(question: str, words: tuple[str, ...]) -> None:
    assert tuple(t.text for t in READER.read(question).terms) == words


def test_who_said_it_and_where_need_not_be_told_again() -> None:
    reading = READER.read("云渚县县长刘明远在2024年全县干部大会上要求办多少座水闸")
    assert [t.text for t in reading.subject] == ["水闸"]
    assert {t.text for t in reading.terms if t.aside} >= {"刘明远"}


def test_a_frame_is_the_subject_where_nothing_else_is() -> None:
    assert READER.read("云渚县县长在2024年全县干部大会上讲了什么").subject


@pytest.mark.parametrize(
    ("question", "percent"),
    [("云渚县粮食产量占全市多少？", True), ("云渚县新能源车占了多少辆？", False), ("云渚县工业园占地多少？", False)],
)
def test_what_something_is_of_the_whole_is_a_share(question: str, percent: bool) -> None:
    assert READER.read(question).wanted.percent is percent

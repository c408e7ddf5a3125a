"""Which topics a passage speaks of and a question names."""

import pickle

import pytest

from rag.topics import Topic, Topics, load_topics

TOPICS = load_topics()

PASSAGES = [
    ("全力抓好冬小麦田间管理，完成玉米种植8000亩。", (), ("粮食安全",)),
    ("对92户监测户逐户落实帮扶措施，坚决守住不发生规模性返贫的底线。", (), ("防返贫",)),
    ("新签约项目12个，到位资金6.8亿元。", (), ("招商引资",)),
    ("压实各方责任，开展隐患排查，杜绝较大事故。", (), ("安全生产",)),
    ("单位地区生产总值能耗下降2.6%。", (), ("绿色低碳",)),
    ("扎实开展主题教育，力戒形式主义。", (), ("党建与作风",)),
    ("稳岗扩岗，高校毕业生去向落实率保持在九成以上。", (), ("就业社保",)),
    ("布设5g基站40座。", (), ("数字化",)),
    ("市政府和市政协有关负责同志出席。", (), ()),
    ("组织干部集中学习4次。", (), ()),
    ("办好十件民生实事。", (), ("民生",)),
    ("各位代表！让我们同心同德、再接再厉。", (), ()),
    ("", (), ()),
]


@pytest.mark.parametrize(("text", "headings", "expected"), PASSAGES)
def test_a_passage_is_tagged_by_its_words(text: str, headings: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert TOPICS.tag(text, headings) == expected


@pytest.mark.parametrize("topic", list(TOPICS), ids=lambda topic: topic.name)
def test_every_example_is_recognised_as_its_topic(topic: Topic) -> None:
    assert TOPICS.recognises(topic)
    told = TOPICS.tag(topic.example)
    assert told[0] == topic.name if topic.parent else topic.name in TOPICS.find(topic.example)


def test_a_heading_counts_double() -> None:
    text = "全年培训200人，开展3期。"
    assert TOPICS.tag(text) == ()
    assert TOPICS.tag(text, ("一、今年工作安排", "（一）兜底")) == ("就业社保", "防返贫")
    assert TOPICS.tag("新建大棚40座，改造厂房2栋。", ("推进产业发展",)) == ("产业发展", "特色农业")


def test_the_topic_with_most_evidence_comes_first() -> None:
    text = "建设高标准农田2万亩，粮食播种面积稳定在30万亩，推广良种，带动就业500人。"
    assert TOPICS.tag(text)[:2] == ("粮食安全", "就业社保")


def test_a_topic_in_passing_is_left_out_of_a_passage_at_length_on_another() -> None:
    at_length = "粮食、玉米、小麦、水稻、马铃薯、大豆、油料、杂粮播种面积稳定"
    assert TOPICS.tag(f"{at_length}，就业") == ("粮食安全",)
    assert TOPICS.tag("粮食播种面积稳定，就业向好") == ("粮食安全", "就业社保")


def test_an_upper_topic_gives_way_to_any_lower_one() -> None:
    assert TOPICS.tag("持续增进民生福祉。") == ("民生",)
    assert TOPICS.tag("持续增进民生福祉，新建幼儿园2所。") == ("教育",)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("云溪县今年招商引资的目标是多少？", ("招商引资",)),
        ("教育和养老方面分别要办哪些事？", ("教育", "养老托育")),
        ("民生方面有哪些任务", ("民生",)),
        ("安全生产和防返贫怎么抓", ("安全生产", "防返贫")),
        ("主题教育怎么开展的", ("党建与作风",)),
        ("书记是谁", ()),
    ],
)
def test_a_question_names_topics_by_their_synonyms(question: str, expected: tuple[str, ...]) -> None:
    assert TOPICS.find(question) == expected


def test_a_single_hint_is_told_apart_from_no_word_at_all() -> None:
    assert TOPICS.tag("新建产业道路") == ()
    assert TOPICS.hinted("新建产业道路") == {"产业发展", "交通运输"}
    assert TOPICS.hinted("新建标准厂房2栋", ("招聘",)) >= {"产业发展"}
    assert TOPICS.hinted("大家心里更暖") == frozenset()


def test_levels_lead_up_and_down() -> None:
    assert TOPICS.children("三农") == ("粮食安全", "特色农业", "防返贫", "乡村建设")
    assert TOPICS.children("粮食安全") == TOPICS.children("没有的主题") == ()
    assert TOPICS.parent("粮食安全") == "三农"
    assert TOPICS.parent("三农") is None
    assert TOPICS.roll_up(("教育", "粮食安全", "医疗卫生", "三农", "没有的主题")) == ("民生", "三农")


def test_the_version_follows_words_and_examples() -> None:
    def version(*synonyms: str, example: str = "种玉米") -> str:
        return Topics([Topic("粮食", None, synonyms, example)]).version

    assert version("玉米") == version("玉米")
    assert version("玉米") != version("玉米", example="玉米长势好")
    assert version("玉米") != version("玉米", "小麦")


def test_the_longest_word_wins_and_words_may_serve_several_topics() -> None:
    topics = Topics(
        [
            Topic("上", None, ("上",), "上"),
            Topic("甲", "上", ("水库", "库区"), "水库", exceptions=("水库路",)),
            Topic("乙", "上", ("水库移民", "库区"), "库区"),
        ]
    )
    assert topics.tag("水库移民") == ("乙",)
    assert topics.tag("库区") == ("甲", "乙")
    assert topics.tag("水库路") == ()
    assert topics.tag("水库路旁的水库") == ("甲",)


def test_topics_travel_to_other_processes() -> None:
    copy = pickle.loads(pickle.dumps(TOPICS))
    assert copy.version == TOPICS.version
    assert copy.tag("新建幼儿园2所") == ("教育",)

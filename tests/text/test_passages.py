"""What is retrieved as a unit."""

from rag.text.clean import clean
from rag.text.passages import LONGEST, indexed_text, passages

SENTENCE = "全县上下共同努力，完成了年初定下的各项任务，群众比较满意。"


def test_a_short_text_is_one_passage_with_its_sentences() -> None:
    (passage,) = passages("a.txt", clean(f"{SENTENCE}\r\n{SENTENCE}"))
    assert passage.text == SENTENCE * 2
    assert [sentence.text for sentence in passage.sentences] == [SENTENCE] * 2
    assert (passage.doc, passage.ordinal, passage.headings) == ("a.txt", 0, ())


def test_a_passage_and_its_sentences_point_into_the_original() -> None:
    original = f"一、農業\n　　白塔縣(xiàn)增產 5 ％，,很好。{SENTENCE}"
    (passage,) = passages("a.txt", clean(original))
    assert passage.sentences[0].text == "白塔县增产5%，很好。"
    assert passage.sentences[0].span.of(original) == "白塔縣(xiàn)增產 5 ％，,很好。"
    assert passage.span.of(original) == f"白塔縣(xiàn)增產 5 ％，,很好。{SENTENCE}"


def test_a_heading_on_its_own_line_is_in_the_path_and_not_in_the_text() -> None:
    (passage,) = passages("a.txt", clean(f"一、农业\n（一）粮食\n{SENTENCE}"))
    assert passage.headings == ("一、农业", "（一）粮食")
    assert passage.text == SENTENCE


def test_a_heading_that_begins_a_sentence_stays_in_the_text() -> None:
    found = passages("a.txt", clean(f"一是抓农业。{SENTENCE * 5}二是抓工业。{SENTENCE * 5}"))
    assert [passage.headings for passage in found] == [("一是抓农业",), ("二是抓工业",)]
    assert [passage.text[:6] for passage in found] == ["一是抓农业。", "二是抓工业。"]


def test_no_passage_crosses_into_another_section() -> None:
    found = passages("a.txt", clean(f"一、农业\n{SENTENCE}\n二、工业\n{SENTENCE}"))
    assert [(passage.headings, passage.text) for passage in found] == [
        (("一、农业",), SENTENCE),
        (("二、工业",), SENTENCE),
    ]


def test_short_members_of_a_list_are_one_passage_of_the_section_above_them() -> None:
    (passage,) = passages("a.txt", clean("一、农业\n今年抓三件事。一是种好粮食。二是建好果园。三是养好牲畜。"))
    assert passage.headings == ("一、农业",)
    assert passage.text == "今年抓三件事。一是种好粮食。二是建好果园。三是养好牲畜。"


def test_words_that_lead_into_a_list_go_with_its_first_member() -> None:
    found = passages("a.txt", clean(f"（一）守住底线。一要守粮食。{SENTENCE * 5}二要守生态。{SENTENCE * 5}"))
    assert [(passage.headings[-1], passage.text[:12]) for passage in found] == [
        ("一要守粮食", "（一）守住底线。一要守粮"),
        ("二要守生态", "二要守生态。全县上下共同"),
    ]


def test_a_long_section_is_cut_into_passages_of_nearly_one_length() -> None:
    found = passages("a.txt", clean(SENTENCE * 40))
    assert "".join(passage.text for passage in found) == SENTENCE * 40
    assert all(150 <= len(passage.text) <= 300 for passage in found)
    assert [passage.ordinal for passage in found] == list(range(len(found)))


def test_a_text_without_marks_makes_bounded_passages() -> None:
    found = passages("a.txt", clean("地" * 100_000))
    assert max(len(passage.text) for passage in found) == LONGEST
    assert sum(len(passage.text) for passage in found) == 100_000


def test_headings_alone_and_an_empty_text_make_no_passage_without_text() -> None:
    assert passages("a.txt", clean("")) == ()
    assert [passage.text for passage in passages("a.txt", clean("一、农业"))] == ["一、农业"]


def test_the_indexed_text_has_title_and_headings_before_the_text() -> None:
    (passage,) = passages("a.txt", clean(f"一、农业\n{SENTENCE}"))
    assert indexed_text(passage, "白塔县工作报告") == f"白塔县工作报告\n一、农业\n{SENTENCE}"
    assert indexed_text(passage, "") == f"一、农业\n{SENTENCE}"

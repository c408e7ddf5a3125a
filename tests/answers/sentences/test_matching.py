"""Whether a sentence of a report speaks of a term of a question."""

from __future__ import annotations

import itertools

import pytest

from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.sentences.word_matching import WORD_RULES
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.answers.words.sought import may_speak
from rag.answers.words.term import Term

WORDS = load_vocabulary()


def found(term: Term, sentence: str) -> list[tuple[str, float]]:
    return [(sentence[m.start : m.stop], m.quality) for m in matches(term, spoken(sentence, WORDS), WORDS)]


def concept(text: str) -> Term:
    (mention,) = WORDS.concepts(text)
    return Term(text, 2.0, mention.concept)


SPOKEN_OF = [
    # term, sentence, what stands for it, how sure
    (concept("参保率"), "医保参保率稳定在97%", "医保参保率", 0.9),
    (concept("养老保险参保率"), "养老保险和医疗保险参保率保持在92%和97%以上", "养老保险和医疗保险参保率", 1.0),
    (Term("保障房", 1.0), "新开工保障性安居工程5万套", "保障性安居工程", 0.9),
    (concept("GDP"), "全县地区生产总值增长6%", "全县地区生产总值", 1.0),
    (Term("土豆", 1.0), "种植马铃薯400亩", "马铃薯", 0.95),
    (Term("小巷子", 1.0), "改造背街巷道6条", "巷", 0.75),
    (Term("普通高校", 1.0), "普通高等学校招生3万人", "普通高等学校", 0.975),
    (Term("政协提案", 1.0), "接受政协的民主监督，办理政协委员提案118件", "政协委员提案", 1.0),
    (concept("物价"), "居民消费价格涨幅2%左右", "居民消费价格", 0.9),
    (concept("城镇居民收入"), "城镇和农村居民人均可支配收入分别增长6%、8%", "城镇和农村居民人均可支配收入", 1.0),
    (concept("一产"), "一、二、三产增加值分别增长3%、7%、5%", "一、二、三产增加值", 1.0),
    (concept("第二产业增加值"), "一、二、三产增加值分别增长3%、7%、5%", "二、三产增加值", 1.0),
    (concept("农村居民收入"), "城乡居民人均可支配收入分别增长6%和8%", "城乡居民人均可支配收入", 1.0),
    (concept("失业率"), "城镇调查失业率5.5%左右", "城镇调查失业率", 0.9),
    (concept("粮食产量"), "粮食播种面积31万亩、产量12万吨", "产量", 0.85),
    (Term("玉米", 1.0), "种植玉米4200亩", "玉米", 1.0),
    (Term("老师", 1.0), "招聘教师100名", "教师", 0.9),
    (Term("参核率", 1.3), "新农合参合率达到98%", "参合率", 0.8),
    (Term("科技奖", 1.3), "荣获省科学技术奖2项", "科学技术奖", 0.75),
    (Term("煤", 0.4), "生产优质原煤30万吨", "煤", 1.0),
    (Term("煤", 0.4), "关停煤矿3座", "煤", 0.6),
    (Term("拿下", 1.0), "荣获金奖2项", "荣获", 0.9),
    (Term("申遗", 1.0), "启动申报世遗工作", "申报世遗", 0.75),
    (Term("三勤", 2.0), "做到勤走访，勤记录，勤回头", "勤走访，勤记录，勤回头", 1.0),
    (Term("公共厕所", 1.6), "建成公厕20座", "公厕", 0.85),
    (Term("第一座", 1.3), "建成首座抽水蓄能电站", "首座", 0.9),
    (Term("头一家", 1.3), "首家民营医院开业", "首家", 0.9),
    (Term("锰产量", 1.3), "生铁三十万吨，锰二万四千吨", "锰", 0.9),
    (Term("茶叶产量", 1.6), "茶叶达到120担，毛竹30万根", "茶叶达到", 0.9),
    (Term("苗圃面积", 1.6), "整修300亩苗圃", "亩苗圃", 0.9),
    (concept("原煤产量"), "全年生产原煤860万吨", "原煤", 0.85),
    (Term("民宿", 1.0, other="农家乐"), "新办农家乐12家", "农家乐", 1.0),
]


@pytest.mark.parametrize(("term", "sentence", "text", "quality"), SPOKEN_OF)
def test_a_term_is_found_in_the_words_of_the_report(term: Term, sentence: str, text: str, quality: float) -> None:
    assert found(term, sentence) == [(text, quality)]


NOT_SPOKEN_OF = [
    (concept("GDP"), "单位地区生产总值能耗降低3%"),
    (concept("GDP"), "研发投入占地区生产总值比重3%"),
    (concept("GDP"), "对全球经济增长的贡献率保持在30%"),
    (concept("GDP"), "数字经济规模占比超过49%"),
    (concept("调查失业率"), "城镇登记失业率4%"),
    (concept("出口"), "进出口增长8%"),
    (concept("特别国债"), "发行超长期特别国债1万亿元"),
    (Term("就业率", 1.3), "毕业生失业率5%"),
    (Term("玉米", 1.0), "种植水稻4200亩"),
    (Term("消费券", 1.3), "社会消费品零售额增长6%"),
    (Term("第八届", 1.3), "举办第九届茶王赛"),
    (Term("锰产量", 1.3), "锰矿企业12家"),
    (Term("锰产量", 1.3), "锰业产值5亿元"),
    (concept("原煤产量"), "外运原煤860万吨"),
    (concept("原煤产量"), "治理采煤沉陷区"),
    (Term("产值", 1.0), "全县地区生产总值86亿元"),
]


@pytest.mark.parametrize(("term", "sentence"), NOT_SPOKEN_OF)
def test_a_like_sounding_thing_is_not_the_thing(term: Term, sentence: str) -> None:
    assert found(term, sentence) == []


def test_what_is_ruled_out_quickly_no_rule_would_find() -> None:
    terms = [case[0] for case in (*SPOKEN_OF, *NOT_SPOKEN_OF) if case[0].concept is None]
    for term, sentence in itertools.product(terms, [case[1] for case in (*SPOKEN_OF, *NOT_SPOKEN_OF)]):
        read = spoken(sentence, WORDS)
        if not may_speak(term.text, sentence, WORDS):
            assert not any(rule(term, read, WORDS) for rule in WORD_RULES), (term.text, sentence)

"""No number leaves without a source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rag.answers.answering import Answerer
from rag.answers.telling.guard import numbers, unsupported
from rag.places import gazetteer
from rag.records import Answer, Citation, Filter, Hit, Question, Span, Status, Turn
from tests.answers.small import REPORTS, FindsAll, MemoryIndex, answerer, indicators, no_topics
from tests.fakes import HashEncoder

QUESTION = Question(text="云渚县2024年种多少亩？", clean="云渚县2024年种多少亩?")
AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=2).map(lambda d: format(d.normalize(), "f"))


def cited(*quotes: str) -> tuple[Citation, ...]:
    return tuple(Citation(n, "a.txt", Span(0, len(q)), q, "2024年报告") for n, q in enumerate(quotes, start=1))


@given(known=st.lists(AMOUNTS, max_size=5), said=st.lists(AMOUNTS, max_size=5))
def test_exactly_the_numbers_that_no_source_holds_are_found(known: list[str], said: list[str]) -> None:
    quotes = tuple(f"种植玉米{n}亩" for n in known)
    answer = Answer(Status.ANSWERED, "，".join(f"种植{n}亩" for n in said), QUESTION, cited(*quotes))
    expected = {n for n in said if n not in known and n != "2024"}
    assert unsupported(answer) == expected


@given(text=st.text(alphabet="种植玉米亩0123456789.,，%[]１２３ \n", max_size=60))
def test_a_quote_supports_itself(text: str) -> None:
    assert unsupported(Answer(Status.ANSWERED, text, QUESTION, cited(text))) == frozenset()


def test_width_blanks_and_separators_do_not_matter() -> None:
    assert numbers("１,２３４亩、5 6.7%") == {"1234", "56.7"}


def test_a_part_of_a_number_is_no_source() -> None:
    answer = Answer(Status.ANSWERED, "增长5%", QUESTION, cited("增长3.5%"))
    assert unsupported(answer) == {"5"}


def test_question_history_and_computed_are_sources() -> None:
    answer = Answer(Status.ANSWERED, "2024年共11个，7户，3类", QUESTION, computed=("11",))
    assert unsupported(answer, [Turn("user", "7户3类的情况")]) == frozenset()


def test_marks_of_citations_are_no_numbers() -> None:
    assert unsupported(Answer(Status.ANSWERED, "种植玉米[1]，见[2]", QUESTION)) == frozenset()


def test_a_refusal_may_name_years_and_nothing_else() -> None:
    assert unsupported(Answer(Status.NOT_FOUND, "现有2012—2016年、2018年的报告。", QUESTION)) == frozenset()
    assert unsupported(Answer(Status.NOT_FOUND, "没有，只有350亩。", QUESTION)) == {"350"}


class _Misquoting(MemoryIndex):
    """An index whose originals are not those that its passages were made from."""

    def document(self, path: str):  # type: ignore[no-untyped-def]
        document = super().document(path)
        return type(document)(path, document.text.replace("13.5", "99.9"), document.metadata, "text", "utf-8")


class _KeepsPassages(_Misquoting):
    """The same, with the passages of the true text."""

    def passages_of(self, path: str):  # type: ignore[no-untyped-def]
        return MemoryIndex(self.held).passages_of(path)


class _Finds(FindsAll):
    """A search over the passages of the true text."""

    def search(self, query: str, filter: Filter, limit: int) -> tuple[Hit, ...]:
        return FindsAll(MemoryIndex(self.index.held)).search(query, filter, limit)


def test_a_number_in_the_text_is_always_the_number_in_the_quote() -> None:
    index = _KeepsPassages(REPORTS)
    tampered = Answerer(
        index, _Finds(index), HashEncoder(), gazetteer(), topics=no_topics, indicators=indicators()
    ).answer("云渚县2024年粮食产量目标是多少？")
    assert unsupported(tampered) == frozenset()
    assert "13.5" not in tampered.text


def test_the_true_index_answers_the_same_question() -> None:
    assert "13.5万吨以上" in answerer().answer("云渚县2024年粮食产量目标是多少？").text

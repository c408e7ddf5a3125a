"""Errors → something a user can act on. No page ever shows a stack trace.

The screen is the last place where an error can be told, so here, and nowhere else, every error is taken: those of one callback,
one question or one part of a page end that alone.

Errors raised on purpose carry their own message and remedy. Any other one is logged under a reference that the screen
shows, so that it can be found again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from uuid import uuid4

import streamlit as st

from rag.errors import (
    ConversationsUnusable,
    DataFileError,
    EncoderError,
    IndexBusy,
    IndexMissing,
    IndexUnusable,
    IntakeError,
    QuestionError,
    SettingsError,
    ZhengwenError,
)
from rag.ui.parts.panels import notice_html

log = logging.getLogger(__name__)

TITLES: tuple[tuple[type[ZhengwenError], str], ...] = (
    (QuestionError, "这个问题没法处理"),
    (IndexMissing, "资料库还没有建立"),
    (IndexBusy, "资料库正在更新"),
    (IndexUnusable, "资料库暂时用不了"),
    (EncoderError, "语义模型没能载入"),
    (DataFileError, "有一个数据文件需要修正"),
    (SettingsError, "设置需要修正"),
    (IntakeError, "资料文件夹暂时改动不了"),
    (ConversationsUnusable, "对话记录暂时用不了"),
    (ZhengwenError, "暂时无法完成"),
)


def described(error: Exception) -> tuple[str, str]:
    """Title and text for a user; an unexpected error is logged with the reference that the text names."""
    if isinstance(error, ZhengwenError):
        return next(title for kind, title in TITLES if isinstance(error, kind)), str(error)
    reference = uuid4().hex[:8].upper()
    log.error("unexpected error, reference %s", reference, exc_info=error)
    return "出了一点意外", (
        f"程序遇到了没有预料到的情况，已经记入日志，编号 {reference}。\n"
        "可以刷新页面再试；如果还是这样，请把编号告诉维护人员。"
    )


class Told:
    """A context manager: an error inside ends it early, and `problem` then is what to tell the user, title and text.

    What ends a run of the page or the process is no error and goes on.
    """

    def __init__(self) -> None:
        self.problem: tuple[str, str] | None = None

    def __enter__(self) -> Told:
        return self

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> bool:
        if not isinstance(error, Exception):
            return False
        self.problem = described(error)
        return True


@contextmanager
def guarded() -> Iterator[None]:
    """Run a part of a page; what goes wrong in it is shown in its place and the rest of the page goes on."""
    with Told() as told:
        yield
    if told.problem is not None:
        st.html(notice_html(*told.problem, tone="problem"))

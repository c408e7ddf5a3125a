"""Every error that this project raises on purpose, under one base.

    ZhengwenError
    ├── SettingsError       a setting cannot be used
    ├── ReadError           a source file cannot be read
    ├── DataFileError       a data file that users edit is broken (topics, units, metadata.csv)
    ├── EncoderError        a model cannot be loaded or run
    ├── StoreError
    │   ├── IndexMissing    there is no index where one is needed
    │   ├── IndexBusy       another process is building
    │   └── IndexUnusable   the catalogue itself is damaged or full
    ├── ConversationsUnusable   conversations cannot be read or kept
    ├── IntakeError         files cannot be added to the corpus, taken out of it or described
    └── QuestionError       a question cannot be taken as it stands

A message holds the value, the place and the remedy; it is shown to users as it is.
"""


class ZhengwenError(Exception):
    """Base of all errors raised on purpose; the message is fit for users."""


class SettingsError(ZhengwenError):
    """A setting is unknown, of the wrong type or out of range."""


class ReadError(ZhengwenError):
    """A source file cannot be read.

    `path` is relative to the corpus root, `reason` says why and `remedy` what to do, both in Chinese for the screen.
    """

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        super().__init__(f"{path}：{reason}" + (f"；{remedy}" if remedy else ""))
        self.path = path
        self.reason = reason
        self.remedy = remedy


class DataFileError(ZhengwenError):
    """A data file that users edit is broken; the message names file and line."""


class EncoderError(ZhengwenError):
    """A model cannot be loaded or run."""


class StoreError(ZhengwenError):
    """Base of what can be wrong with an index folder."""


class IndexMissing(StoreError):
    """There is no index where one is needed."""


class IndexBusy(StoreError):
    """Another process is building this index."""


class IndexUnusable(StoreError):
    """The catalogue is damaged, of a newer format, or the disk is full."""


class ConversationsUnusable(ZhengwenError):
    """Conversations cannot be read or kept: their file is damaged, of a newer format, or not writable."""


class IntakeError(ZhengwenError):
    """The corpus folder does not take a file, give one up, or let its metadata be written."""


class QuestionError(ZhengwenError):
    """A question cannot be taken as it stands: empty, too long, not in words."""

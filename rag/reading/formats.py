"""File names and first bytes → which reader, or why none and what the user can do.

The names come from users, so a file's first bytes are believed before its ending.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from rag.errors import ReadError

FORMATS = ("txt", "md", "html", "htm", "docx", "pdf")
"""Endings that can be read, without the dot; what an upload field offers."""

_SAVE_AS_DOCX = "请用 Word 或 WPS 打开，另存为 .docx 或 PDF 后再放入"
_SAVE_TABLE = "请用 Excel 或 WPS 打开，把内容复制到 Word 文档另存为 .docx，或导出为 PDF"
_UNPACK = "请先解压，再把其中的文件放入"
_RECOGNISE = "请先做文字识别（OCR），把结果存为 .txt、.docx 或带文字层的 PDF"

_UNSUPPORTED: tuple[tuple[frozenset[str], str, str], ...] = (
    (frozenset({"doc", "dot", "docm", "dotx"}), "Word 的旧格式或模板不能直接读取", _SAVE_AS_DOCX),
    (frozenset({"wps", "wpt", "rtf", "odt", "pages", "ofd", "ceb", "caj"}), "这种文档格式不能直接读取", _SAVE_AS_DOCX),
    (frozenset({"xls", "xlsx", "xlsm", "et", "ods", "csv", "tsv"}), "表格文件不能直接读取", _SAVE_TABLE),
    (frozenset({"ppt", "pptx", "dps", "odp", "key"}), "演示文稿不能直接读取", "请导出为 PDF 后再放入"),
    (frozenset({"zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz"}), "压缩包不能直接读取", _UNPACK),
    (frozenset({"jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic"}), "图片里没有文字层", _RECOGNISE),
    (
        frozenset({"mht", "mhtml", "xml", "json", "epub"}),
        "这种网页或数据格式不能直接读取",
        "请另存为 .html 或 .txt 后再放入",
    ),
    (
        frozenset({"mp3", "mp4", "wav", "avi", "mov", "m4a"}),
        "音频和视频没有文字",
        "请先整理成文字稿，存为 .txt 或 .docx",
    ),
)

_SIGNATURES: tuple[tuple[bytes, frozenset[str], str, str], ...] = (
    (b"%PDF-", frozenset({"pdf"}), "内容其实是 PDF", "请把文件名的后缀改为 .pdf"),
    (
        b"PK\x03\x04",
        frozenset({"docx"}),
        "内容其实是 Word 文档或压缩包",
        "若是 Word 文档，请把后缀改为 .docx；若是压缩包，请先解压",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        frozenset(),
        "内容是旧版 Office 文档，或设有打开密码",
        "请用 Word 或 WPS 打开，去掉密码，另存为 .docx",
    ),
    (b"{\\rtf", frozenset(), "内容其实是 RTF 文档", _SAVE_AS_DOCX),
    (b"\x89PNG\r\n", frozenset(), "内容其实是图片", _RECOGNISE),
    (b"\xff\xd8\xff", frozenset(), "内容其实是图片", _RECOGNISE),
    (b"GIF8", frozenset(), "内容其实是图片", _RECOGNISE),
    (b"Rar!\x1a\x07", frozenset(), "内容其实是压缩包", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", frozenset(), "内容其实是压缩包", _UNPACK),
    (b"\x1f\x8b\x08", frozenset(), "内容其实是压缩包", _UNPACK),
    (b"SQLite format 3\x00", frozenset(), "内容其实是数据库文件", "请导出为 .txt 或 .docx 后再放入"),
    (b"\x7fELF", frozenset(), "内容其实是程序", "请放入文字材料"),
)


def format_of(name: str) -> str:
    """The format of a file by its name: one of FORMATS; raises ReadError with the remedy for any other."""
    suffix = PurePosixPath(name).suffix.lower().removeprefix(".")
    if suffix in FORMATS:
        return suffix
    for suffixes, reason, remedy in _UNSUPPORTED:
        if suffix in suffixes:
            raise ReadError(name, f"{reason}（.{suffix}）", remedy)
    shown = f"不认识的文件格式 .{suffix}" if suffix else "文件名没有后缀，认不出格式"
    raise ReadError(name, shown, f"可以读取的格式有 {'、'.join('.' + item for item in FORMATS)}")


def check_signature(name: str, data: bytes, format: str) -> None:
    """Raises ReadError where the first bytes belong to another format than the name says."""
    for signature, formats, reason, remedy in _SIGNATURES:
        if data.startswith(signature) and format not in formats:
            raise ReadError(name, f"后缀是 .{format}，{reason}", remedy)

"""A zip archive → its files, each to be unpacked when its turn comes, within limits that do not trust its directory."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from rag.errors import ReadError

SIGNATURE = b"PK\x03\x04"
EMPTY_SIGNATURE = b"PK\x05\x06"
CHUNK = 1024 * 1024
_UTF8_FLAG, _ENCRYPTED_FLAG, _STRONG_FLAG = 0x800, 0x1, 0x40
_UNICODE_PATH = 0x7075
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
# RuntimeError: a method of compression or encryption that zipfile does not know
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
_PACK_AGAIN = "请重新打包，或直接加入里面的文件"


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its name in it, the size that the directory tells, and what unpacks it."""

    name: str
    size: int
    _archive: zipfile.ZipFile
    _entry: zipfile.ZipInfo

    def content(self, most: int) -> bytes:
        """The unpacked bytes; raises ReadError where they are more than `most`, protected by a password or broken."""
        if self._entry.flag_bits & (_ENCRYPTED_FLAG | _STRONG_FLAG):
            raise ReadError(self.name, "压缩包里的这份文件设有密码", "请去掉密码重新打包")
        if stat.S_IFMT(self._entry.external_attr >> 16) not in (0, stat.S_IFREG):
            raise ReadError(self.name, "压缩包里的这一项是链接，不是文件", "请把文件本身放进压缩包")
        if self._entry.compress_type not in _METHODS:
            raise ReadError(self.name, "压缩方式不认识", _PACK_AGAIN)
        try:
            with self._archive.open(self._entry) as stream:
                return _bounded(stream, self.name, most)
        except _BROKEN as error:
            raise ReadError(self.name, "压缩包里的这份文件已损坏", _PACK_AGAIN) from error


def is_archive(name: str, head: bytes) -> bool:
    """True for a file that calls itself a zip and begins as one."""
    return name.lower().endswith(".zip") and head.startswith((SIGNATURE, EMPTY_SIGNATURE))


def members(name: str, file: IO[bytes], most: int) -> tuple[Member, ...]:
    """The files of an archive in its order, folders left out; raises ReadError where it is broken or has more than
    `most` entries."""
    try:
        archive = zipfile.ZipFile(file)
        entries = archive.infolist()
    except _BROKEN as error:
        raise ReadError(name, "压缩包已损坏，打不开", _PACK_AGAIN) from error
    if len(entries) > most:
        raise ReadError(name, f"压缩包里有 {len(entries):,} 项，一次最多 {most:,} 项", "请分成几个压缩包")
    return tuple(Member(_name(entry), entry.file_size, archive, entry) for entry in entries if not entry.is_dir())


def _bounded(stream: IO[bytes], name: str, most: int) -> bytes:
    """What a stream holds, read piece by piece; what the directory says of its length plays no part."""
    found = io.BytesIO()
    while piece := stream.read(min(CHUNK, most + 1 - found.tell())):
        found.write(piece)
        if found.tell() > most:
            raise ReadError(name, f"解开后超过 {most / CHUNK:,.0f} MB", "请拆成几个文件，或分几次加入")
    return found.getvalue()


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was meant: by its flag UTF-8, else what the archive adds as Unicode, else the likeliest decoding.

    Windows of Chinese writes GB18030 where the format asks for code page 437.
    """
    if entry.flag_bits & _UTF8_FLAG:
        return entry.orig_filename
    if said := next(_unicode_paths(entry), None):
        return said
    try:
        raw = entry.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.orig_filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.orig_filename


def _unicode_paths(entry: zipfile.ZipInfo) -> Iterator[str]:
    """The names in UTF-8 that some programs add to an entry."""
    extra = entry.extra
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and len(field) > 5:
            try:
                yield field[5:].decode("utf-8")
            except UnicodeDecodeError:
                continue

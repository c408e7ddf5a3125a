"""The sample reports that come with the program → the user's folder, so that there is something to ask at once.

They are of invented places and stand in a folder of their own, which can be deleted as a whole. What is there already stays as it is.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from rag.errors import ReadError

SAMPLE = Path(__file__).with_name("sample")
FOLDER = "示例资料"


def import_sample(corpus: Path) -> int:
    """Copy the sample below `corpus`; returns how many files it has. Raises ReadError where the folder cannot be written."""
    files = sorted(path for path in SAMPLE.rglob("*") if path.is_file())
    for path in files:
        target = corpus / FOLDER / path.relative_to(SAMPLE)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                shutil.copyfile(path, target)
        except OSError as error:
            raise ReadError(
                str(target), f"写不进去（{error.strerror}）", "请检查文件夹的权限，或者换一个 corpus 文件夹"
            ) from error
    return len(files)

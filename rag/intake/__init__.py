"""Files on their way into the corpus and out of it: uploads checked and read in trial, removals that can be undone, and
what the user corrects of a document's metadata. Nothing here knows the index; a build takes over what was done."""

from rag.intake.arrivals import Arrival, Upload, UploadLimits, arrivals
from rag.intake.metadata_file import MetadataEdit, edit_metadata, undo_edit
from rag.intake.receiving import Fate, Outcome, receive
from rag.intake.trash import Removed, remove, removed, restore

__all__ = [
    "Arrival",
    "Fate",
    "MetadataEdit",
    "Outcome",
    "Removed",
    "Upload",
    "UploadLimits",
    "arrivals",
    "edit_metadata",
    "receive",
    "remove",
    "removed",
    "restore",
    "undo_edit",
]

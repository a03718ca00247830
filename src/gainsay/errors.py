"""What can go wrong, as a tree.

    GainsayError
    ├── UsageError               the call itself is wrong: a folder that is not there, an unknown format
    │   └── AuthorityError       the authority file is not valid
    ├── DocumentError            one document could not be read; the others are kept
    │   ├── UnreadableError      no access, or the file vanished
    │   ├── EmptyDocumentError   nothing in it
    │   ├── LimitError           it takes more time than any document may
    │   └── NotTextError         not what its name says it is, or nothing Gainsay can read
    ├── SourcesError             sources.toml is not valid
    ├── RedactionError           a name would have remained in a restricted export
    ├── ModelError               the model's files are missing or damaged
    ├── EngineError              the machines that were to do the work cannot be had
    └── EditionError             the edition file
        ├── NotAnEditionError    it is some other file
        ├── NewerEditionError    written by a newer Gainsay
        ├── EditionBusyError     another `gainsay read` is writing it
        └── StorageError         the disk is full, or the file cannot be written

Every message says which document or file, what is wrong, and what to do next.
"""

from __future__ import annotations


class GainsayError(Exception):
    """Anything Gainsay reports to the person in front of the screen."""


class UsageError(GainsayError):
    """The call cannot be carried out as given."""


class DocumentError(GainsayError):
    """One document could not be read.

    `path` is relative to the folder read; the message does not repeat it.
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: {self.args[0]}"

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        # Errors travel from worker processes; the default would lose `path`.
        return type(self), (self.path, str(self.args[0]))


class UnreadableError(DocumentError):
    """The file cannot be opened."""


class EmptyDocumentError(DocumentError):
    """The file holds no text."""


class LimitError(DocumentError):
    """Reading it takes more than a document may."""


class NotTextError(DocumentError):
    """The file is not text, or not in a format that Gainsay reads."""


class SourcesError(GainsayError):
    """`sources.toml` cannot be used."""


class ModelError(GainsayError):
    """The model's files are missing, cut short, or not those that were shipped."""


class EngineError(GainsayError):
    """A cluster does not answer, has no workers, or others than are needed."""


class AuthorityError(UsageError):
    """An authority file cannot be used as given."""


class RedactionError(GainsayError):
    """A restricted export would have held a name that was to be redacted; it was not written."""


class EditionError(GainsayError):
    """The edition cannot be opened or written."""


class NotAnEditionError(EditionError):
    """The file exists and is not an edition."""


class NewerEditionError(EditionError):
    """The edition was written by a newer Gainsay."""


class EditionBusyError(EditionError):
    """Another process is writing the edition."""


class StorageError(EditionError):
    """The edition cannot be written: disk full, read-only, no access."""

"""Opens zip packages from strangers without letting them fill memory."""

import io
import lzma
import zipfile
import zlib

from qianliyan.text.importers.imported import Refused

MOST_MEMBERS = 5_000
MOST_BYTES_IN_ALL = 200 * 1024 * 1024
MOST_BYTES_OF_A_PART = 60 * 1024 * 1024
# Word's own XML is squeezed to a fifteenth, long tables to a fiftieth; beyond two hundred somebody means harm.
STEEPEST_RATIO = 200
SMALL = 1024 * 1024

DAMAGED = "文件已损坏，打不开。请在原来的软件里重新另存一份再上传。"
BOMB = "文件解压后异常庞大，已拒绝。请在原来的软件里重新另存一份，或只粘贴文字。"
# Everything the standard library raises on packages with wrong bytes in them.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, KeyError, ValueError, OSError, EOFError, RuntimeError)


class Package:
    """A checked zip package; parts are read with a limit, whatever the directory claims."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except BROKEN as error:
            raise Refused("damaged", DAMAGED) from error
        members = self._zip.infolist()
        self.names = frozenset(member.filename for member in members)
        _weigh(members)

    def part(self, name: str) -> bytes:
        """Return the bytes of one part; a damaged or oversized one is refused."""
        try:
            with self._zip.open(name) as stream:
                content = stream.read(MOST_BYTES_OF_A_PART + 1)
        except (
            KeyError,
            ValueError,  # a place before the beginning of the file
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise Refused("damaged", DAMAGED) from error
        if len(content) > MOST_BYTES_OF_A_PART:
            raise Refused("bomb", BOMB)
        return content


def _weigh(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Refused("encrypted", "文件设有密码，读不出来。请取消密码后再上传。")
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES_IN_ALL:
        raise Refused("bomb", BOMB)
    for member in members:
        if member.file_size > SMALL and member.file_size > STEEPEST_RATIO * max(1, member.compress_size):
            raise Refused("bomb", BOMB)

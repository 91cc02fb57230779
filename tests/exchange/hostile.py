"""Files that mean harm, made as they are needed; and a reader in a process of its own, with little memory.

`python -m tests.exchange.hostile FILE` reads one and prints what came of it, how long it took and how much memory it held.
"""

import io
import json
import resource
import sys
import time
import zipfile
from pathlib import Path

MIB = 1024 * 1024
GIB = 1024 * MIB


def sparse_line(path: Path) -> None:
    """One line of a gibibyte."""
    with path.open("wb") as file:
        file.write(b"name")
        for _mebibyte in range(1024):
            file.write(b"a" * MIB)


def zip_bomb(path: Path) -> None:
    """A gibibyte of blanks, packed to a mebibyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("people.json", "w", force_zip64=True) as file:
        for _mebibyte in range(1024):
            file.write(b" " * MIB)


def zip_of_many(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(30_000):
            packed.writestr(f"{number}.json", b"{}")


def zip_in_zip(path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("a.json", "{}")
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("inner.zip", inner.getvalue())


def zip_that_lies(path: Path) -> None:
    """Its end names a listing of four gibibytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("a.json", "{}")
    content = bytearray(whole.getvalue())
    end = content.rfind(b"PK\x05\x06")
    content[end + 12 : end + 16] = b"\xfe\xff\xff\xff"
    path.write_bytes(content)


def entity_bomb(path: Path) -> None:
    lines = ['<?xml version="1.0"?>', "<!DOCTYPE lolz [", '<!ENTITY lol "lol">']
    lines += [f'<!ENTITY lol{n} "{f"&lol{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10)]
    path.write_text("\n".join([*lines, "]>", "<lolz>&lol9;</lolz>"]))


def excel(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")


def locked_zip(path: Path) -> None:
    zip_in_zip(path)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.json", '{"resourceType": "Patient"}')
    content = bytearray(path.read_bytes())
    for sign in (b"PK\x01\x02", b"PK\x03\x04"):
        at = content.find(sign) + (8 if sign == b"PK\x01\x02" else 6)
        content[at] |= 1
    path.write_bytes(content)


def _written(content: bytes):
    return lambda path: path.write_bytes(content)


def _repeated(beginning: bytes, many: bytes, times: int, end: bytes = b""):
    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(beginning)
            for _time in range(times):
                file.write(many)
            file.write(end)

    return write


PATIENT = b'{"resourceType":"Patient","name":[{"family":"Webb"}]}'
FILES = {
    "a line of a gibibyte": (sparse_line, "long_line"),
    "a zip bomb": (zip_bomb, "zip_bomb"),
    "a zip of thirty thousand files": (zip_of_many, "zip_bomb"),
    "a zip in a zip": (zip_in_zip, "zip_nothing"),
    "a zip whose end lies": (zip_that_lies, "zip_bomb"),
    "a zip with a password": (locked_zip, "zip_locked"),
    "half a zip": (_written(b"PK\x03\x04" + b"\x00" * 500), "zip_broken"),
    "an entity bomb": (entity_bomb, "xml"),
    "an Excel workbook": (excel, "excel"),
    "a PDF": (_written(b"%PDF-1.7\n"), "pdf"),
    "a gzip": (_written(b"\x1f\x8b\x08" + b"\x00" * 50), "packed"),
    "a picture": (_written(b"\x89PNG\r\n\x1a\n"), "no_text"),
    "nothing": (_written(b""), "empty"),
    "blanks": (_written(b" \n\n\t "), "empty"),
    "zeros": (_repeated(b"", b"\x00" * MIB, 20), "no_text"),
    "deep JSON": (_repeated(b'{"resourceType":"Bundle","entry":', b"[" * MIB, 8), "json_deep"),
    "deep objects": (_repeated(b"", b'{"a":' * 10_000, 50), "json_deep"),
    "quotes that never close": (_repeated(b"name,b\n", b'"' + b"a" * 900 + b"\n", 90_000), "quotes"),
    "quotes in one long line": (_repeated(b"name,b\n", b'"a","' * 20_000, 10), "long_line"),
    "a text of two hundred mebibytes": (_repeated(b'{"resourceType":"', b"a" * MIB, 200, b'"}'), "json_long"),
    "a number without end": (_repeated(b'{"resourceType":"Patient","a":', b"1" * MIB, 100), "json_long"),
    "a text of escaped quotes": (_repeated(b'{"a":"', b'\\"' * (MIB // 2), 100, b'"}'), "json_long"),
    "half a bundle": (_written(b'{"resourceType":"Bundle","entry":[{"resource":' + PATIENT), "json_broken"),
    "JSON that is no FHIR": (_written(b'{"people":[{"name":"Webb"}]}'), "no_fhir"),
    "JSON in UTF-16": (_written('{"resourceType":"Patient"}'.encode("utf-16")), "json_letters"),
    "a bundle of nobody": (_written(b'{"resourceType":"Bundle","entry":[]}'), "nobody"),
    "three hundred columns": (_repeated(b"name", b",a" * 300, 1, b"\nx\n"), "too_many_columns"),
    "a list without names": (_written(b"1,2\n3,4\n"), "no_name_column"),
    "more people than one file may bring": (_repeated(b"name\n", b"Webb\n" * 1000, 101), "too_many"),
}
"""Each with the name of the sentence it is answered with."""


def main(path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1536 * MIB, 1536 * MIB))  # address space, far more than what is held
    import tests.faults.script  # noqa: F401 - sets Django up
    from handrail.exchange.readers import Unreadable
    from tests.exchange.dry import dry_run

    before, started = held(), time.monotonic()
    try:
        why = dry_run(path)
    except Unreadable as trouble:
        why = trouble.why
    print(json.dumps({"why": why, "seconds": time.monotonic() - started, "mib": held(), "before": before}))


def held() -> float:
    """MiB this process has held at most."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))

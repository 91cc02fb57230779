"""The web server: granian, one folder's Handrail, and what it logs."""

import http.client
import logging
import os
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from handrail.project.commands.processes import begin_as_child
from handrail.project.commands.trouble import Trouble

THREADS = 2
"""In each web process: while one waits for the disk, the other works. Each keeps a part of the database deciphered in memory."""
SECONDS_TO_END = 10


@dataclass(frozen=True)
class Listening:
    """Where the web server listens, and how people reach it."""

    host: str
    port: int
    workers: int
    address: str
    certificate: Path | None = None
    certificate_key: Path | None = None


def load_application(parent: int) -> Callable[..., Any]:
    """Called in every web process. What the process that watches has loaded is only picked up here."""
    begin_as_child(parent)
    from handrail.kit.lending import lend_connections
    from handrail.project.wsgi import application

    lend_connections()
    return application


def load_everything() -> None:
    """Before the fork: pages, addresses and the server itself, so that every process shares them. Ends without a connection."""
    from handrail.project.commands.folder import loading

    with loading():
        import granian.server  # noqa: F401
        from django.db import connections
        from django.urls import get_resolver

        from handrail.project.wsgi import application  # noqa: F401

        _ = get_resolver().url_patterns
    connections.close_all()


def serve(listening: Listening) -> None:
    """Serve until told to end. Web processes that die are started again by granian, granian by the process that watches."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    # A logger without a handler would print its words, which may be a path.
    logging.lastResort = None
    Server(
        "handrail.project.wsgi:application",
        address=listening.host,
        port=listening.port,
        interface=Interfaces.WSGI,
        workers=listening.workers,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=600,
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig={"loggers": {"_granian": {"handlers": [], "propagate": True}}},
        ssl_cert=listening.certificate,
        ssl_key=listening.certificate_key,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=SECONDS_TO_END,
    ).serve(target_loader=partial(load_application, os.getpid()), wrap_loader=False)


def refuse_a_taken_port(listening: Listening) -> None:
    """Before anything is made or started: may we listen there, and does nobody else?"""
    import errno
    import socket

    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((listening.host, listening.port))
        except OSError as error:
            if error.errno == errno.EACCES:
                raise Trouble(
                    f"This user may not listen on port {listening.port}: choose one above 1023 with --port, "
                    "or let it (docs/running.md, 'Port 443')."
                ) from None
            raise Trouble(
                f"Another program listens on port {listening.port}: stop it, or choose another port with --port."
            ) from None


def refuse_a_wrong_certificate(listening: Listening) -> None:
    """The two files belong together, and the key is in the one form that the server reads."""
    if listening.certificate is None or listening.certificate_key is None:
        return
    for path in (listening.certificate, listening.certificate_key):
        if not path.is_file() or not os.access(path, os.R_OK):
            raise Trouble(f"{path} cannot be read: name the certificate with --certificate and its key with --certificate-key.")
    text = listening.certificate_key.read_text(encoding="ascii", errors="replace")
    if "ENCRYPTED" in text or "BEGIN PRIVATE KEY" not in text:
        key = listening.certificate_key
        raise Trouble(
            f"{key} is not an unencrypted PKCS#8 key: make one with "
            f"`openssl pkcs8 -topk8 -nocrypt -in {key} -out {key}.p8` and name that."
        )
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(listening.certificate, listening.certificate_key)
    except ssl.SSLError:
        raise Trouble(
            f"{listening.certificate} and {listening.certificate_key} do not belong together: name the right pair."
        ) from None


class Answering:
    """Tells once, when the first request is answered."""

    def __init__(self, listening: Listening, tell: Callable[[bool], None], patience: float = 60.0) -> None:
        self.listening, self.tell, self.told = listening, tell, False
        self.until = time.monotonic() + patience

    def look(self) -> None:
        """Ask for /healthz until it answers or patience ends."""
        if self.told:
            return
        answered = answers(self.listening)
        if answered or time.monotonic() > self.until:
            self.told = True
            self.tell(answered)


def answers(listening: Listening) -> bool:
    """Whether the web server on this computer says that it is well."""
    host = listening.address.partition("://")[2]
    connection: http.client.HTTPConnection
    if listening.certificate:
        unverified = ssl._create_unverified_context()  # noqa: S323 - our own server on this computer, whose name is elsewhere
        connection = http.client.HTTPSConnection("127.0.0.1", listening.port, timeout=2, context=unverified)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", listening.port, timeout=2)
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()

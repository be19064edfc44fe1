"""Over a network a team's database must show who it is before anything is said to it."""

import datetime
import ipaddress
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from assist.store.errors import StoreError
from assist.store.team import open_team, try_database
from tests.helpers import postgres

pytestmark = [pytest.mark.postgres, pytest.mark.slow]

REFUSED = "cannot show that it is the right one"
Key = ec.EllipticCurvePrivateKey


def _certificate(
    name: str, key: Key, issuer: x509.Certificate | None, signer: Key, *, address: str = ""
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if address:
        names = [x509.IPAddress(ipaddress.ip_address(address))]
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(signer, hashes.SHA256())


class Certificates:
    """Two authorities, and a server's certificate by the first for one address."""

    def __init__(self, folder: Path, address: str) -> None:
        ca_key, other_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
        ca = _certificate("Our authority", ca_key, None, ca_key)
        other = _certificate("Another authority", other_key, None, other_key)
        server = _certificate("db", key, ca, ca_key, address=address)
        self.ours, self.others = folder / "ca.pem", folder / "other.pem"
        self.ours.write_bytes(ca.public_bytes(Encoding.PEM))
        self.others.write_bytes(other.public_bytes(Encoding.PEM))
        self.server, self.key = folder / "server.pem", folder / "server.key"
        self.server.write_bytes(server.public_bytes(Encoding.PEM))
        self.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Server:
    """PostgreSQL on a port of this computer, with or without a certificate for 127.0.0.1."""

    def __init__(self, folder: Path, certificates: Certificates) -> None:
        programs = postgres.find_programs()
        assert programs is not None
        self._programs, self._data = programs, folder / "data"
        self._log = folder / "log"
        user = postgres.plain_user() if os.geteuid() == 0 else None
        self._before = ["runuser", "-u", user, "--"] if user else []
        self._key = folder / "key.pem"
        shutil.copy(certificates.key, self._key)
        self._key.chmod(0o600)
        self._server = folder / "cert.pem"
        shutil.copy(certificates.server, self._server)
        if user:
            for path in (folder, self._key, self._server):
                shutil.chown(path, user)
        self._run("initdb", "-D", str(self._data), "-U", "test", "-A", "trust", "--no-sync")

    def start(self, *, has_tls: bool) -> int:
        port = _free_port()
        options = f"-c listen_addresses=127.0.0.1 -p {port} -c fsync=off "
        options += f"-c unix_socket_directories={self._data}"
        if has_tls:
            options += f" -c ssl=on -c ssl_cert_file={self._server} -c ssl_key_file={self._key}"
        self._run(
            "pg_ctl", "-D", str(self._data), "-l", str(self._log), "-o", options, "-w", "start"
        )
        return port

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [*self._before, str(self._programs / program), *arguments],
            check=True,
            cwd=self._data.parent,
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("ca"), "127.0.0.1")


@pytest.fixture(scope="module")
def server(certificates: Certificates) -> Iterator[Server]:
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.short_folder() as folder:
        yield Server(folder, certificates)


@pytest.fixture
def port(server: Server) -> Iterator[int]:
    """With a certificate for 127.0.0.1 by our authority."""
    number = server.start(has_tls=True)
    yield number
    server.stop()


def _address(port: int, roots: Path, host: str = "127.0.0.1") -> str:
    return f"postgresql://test@{host}:{port}/postgres?sslrootcert={roots}"


def test_the_right_certificate_is_let_in(port: int, certificates: Certificates) -> None:
    engine = open_team(_address(port, certificates.ours))
    with engine.connect() as connection:
        info = connection.connection.driver_connection
        assert info is not None
        assert info.pgconn.ssl_in_use
    engine.dispose()


def test_another_authority_is_refused(port: int, certificates: Certificates) -> None:
    with pytest.raises(StoreError, match=REFUSED):
        try_database(_address(port, certificates.others))


def test_another_name_is_refused(port: int, certificates: Certificates) -> None:
    with pytest.raises(StoreError, match=REFUSED):
        try_database(_address(port, certificates.ours, host="localhost"))


def test_the_systems_authorities_do_not_know_it(port: int) -> None:
    with pytest.raises(StoreError, match=REFUSED):
        try_database(f"postgresql://test@127.0.0.1:{port}/postgres")


@pytest.fixture
def bare_port(server: Server) -> Iterator[int]:
    """Without any certificate."""
    number = server.start(has_tls=False)
    yield number
    server.stop()


def test_no_certificate_is_refused(bare_port: int, certificates: Certificates) -> None:
    with pytest.raises(StoreError, match=REFUSED):
        try_database(_address(bare_port, certificates.ours))


def test_a_host_behind_the_question_mark_is_no_way_around(bare_port: int) -> None:
    with pytest.raises(StoreError, match=REFUSED):
        try_database(f"postgresql:///postgres?host=127.0.0.1&port={bare_port}&user=test")


def test_a_host_in_the_environment_is_no_way_around(
    bare_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGHOST", "127.0.0.1")
    monkeypatch.setenv("PGPORT", str(bare_port))
    monkeypatch.setenv("PGSSLMODE", "disable")
    with pytest.raises(StoreError, match=REFUSED):
        try_database("postgresql://test@/postgres")


def test_the_address_itself_may_do_without(bare_port: int) -> None:
    address = f"postgresql://test@127.0.0.1:{bare_port}/postgres?sslmode=disable"
    engine = open_team(address)
    with engine.connect() as connection:
        info = connection.connection.driver_connection
        assert info is not None
        assert not info.pgconn.ssl_in_use
    engine.dispose()

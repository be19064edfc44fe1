"""A team's database as its administrator works on it: set up, people, what may leave a computer."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from assist.store.database import explained, migrate, open_postgres, writing
from assist.store.documents import SHARES
from assist.store.errors import StoreError
from assist.store.shared_folder import TEAM_KEY, folder_of
from assist.store.team_sql import statements
from assist.store.team_tables import ADMIN, AGENT, LEAD

NAME = "The team database"
TeamEngine = Engine
"""A connection to the team's database, for who hands it on without using it."""

_LOGIN = re.compile(r"[a-z_][a-z0-9_.-]{0,62}")
_LEAST_VERSION = 150_000  # PostgreSQL 15: nobody but its owner may make tables in `public`


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a login of their own; `leads` are the teams whose calls they may open."""

    login: str
    name: str
    team: str
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Somebody opened a call, or a search showed words of it (`what` is "open" or "search")."""

    at: datetime
    who: str
    call_id: str
    what: str


def team_url(address: str) -> URL:
    """The address as SQLAlchemy takes it. Raises StoreError for what is no PostgreSQL address."""
    try:
        url = make_url(address)
    except ArgumentError:
        url = None
    if url is None or url.get_backend_name() != "postgresql":
        raise StoreError(
            "A team database is given as postgresql://LOGIN@HOST/DATABASE; see "
            "docs/team-database.md."
        )
    return url.set(drivername="postgresql+psycopg")


def open_team(address: str | URL) -> Engine:
    """The team's database; connects on first use. Raises StoreError.

    Over a network the server must show a certificate that is checked, unless the address itself
    says otherwise (`sslmode`). It is asked for whatever the address names: the host may as well
    stand behind its question mark, in the environment or in a service file, and on a local socket
    the PostgreSQL library does without.
    """
    url = team_url(address) if isinstance(address, str) else address
    if "sslmode" not in url.query:
        roots = {} if "sslrootcert" in url.query else {"sslrootcert": "system"}
        url = url.update_query_dict({"sslmode": "verify-full", **roots})
    try:
        return open_postgres(url)
    except ImportError:
        raise StoreError(
            "The team database needs the package psycopg: pip install 'callassist[team]'."
        ) from None


def try_database(address: str) -> str:
    """Log in; returns who one is there ("agent", "lead"). Raises StoreError in words.

    Of a shared folder (file:///…) only whether it is one: everybody is an "agent" there.
    """
    if (folder := folder_of(address)) is not None:
        if not (folder / TEAM_KEY).is_file():
            raise StoreError(
                f"{folder} is no team's folder, or cannot be reached; a lead makes one with "
                "'assist team folder'."
            )
        return "agent"
    engine = open_team(address)
    try:
        with explained(NAME), engine.connect() as connection:
            if not is_set_up(connection):
                raise StoreError(f"{NAME} is not set up yet: its administrator runs 'assist team'.")
            role = connection.scalar(text("SELECT public.my_role()"))
    finally:
        engine.dispose()
    if not role:
        raise StoreError(f"{NAME} does not know this login; its administrator adds it.")
    return str(role)


def my_name(engine: Engine) -> str:
    """The name the team database knows one by, as calls and comments bear it. Raises StoreError."""
    with explained(NAME), engine.connect() as connection:
        return str(connection.scalar(text("SELECT public.my_name()")) or "")


def is_set_up(connection: Connection) -> bool:
    """Whether `init_team` ran on this database."""
    if connection.dialect.name != "postgresql":
        return False
    found = connection.scalar(text("SELECT to_regprocedure('public.put_call(jsonb)') IS NOT NULL"))
    return bool(found)


def init_team(engine: Engine) -> None:
    """Make or update tables, roles, rights and functions; again changes nothing.

    Needs a login that may make roles and owns the database. Raises StoreError.
    """
    with explained(NAME):
        with engine.connect() as connection:
            info = connection.connection.driver_connection
            version = getattr(getattr(info, "info", None), "server_version", 0)
        if version < _LEAST_VERSION:
            raise StoreError(f"{NAME} needs PostgreSQL 15 or newer.")
        migrate(engine, NAME)
        with writing(engine) as connection:
            # Two administrators at once would meet in the middle.
            _run(connection, "SELECT pg_advisory_xact_lock(7239104553)")
            for statement in statements():
                _run(connection, statement)


def person_statements(person: Person, password: str, *, role: str = "") -> list[str]:
    """What makes or changes somebody. Raises StoreError for a login that cannot be one."""
    if not _LOGIN.fullmatch(person.login):
        raise StoreError(
            f"'{person.login}' cannot be a login: lower-case letters, digits and _ . - only."
        )
    group = role or (LEAD if person.leads else AGENT)
    others = ", ".join(each for each in (AGENT, LEAD, ADMIN) if each != group)
    login, quoted = _name(person.login), _value(person.login)
    result = [
        f"DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {quoted}) THEN "
        f"CREATE ROLE {login}; END IF; END $do$",
        f"ALTER ROLE {login} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION",
        f"REVOKE {others} FROM {login}",
        f"GRANT {group} TO {login}",
        "INSERT INTO public.people (login, name, team) "
        f"VALUES ({quoted}, {_value(person.name)}, {_value(person.team)}) "
        "ON CONFLICT (login) DO UPDATE SET name = excluded.name, team = excluded.team",
        f"DELETE FROM public.leads WHERE login = {quoted}",
    ]
    if password:
        result.insert(2, f"ALTER ROLE {login} PASSWORD {_value(password)}")
    for team in person.leads:
        result.append(f"INSERT INTO public.leads VALUES ({quoted}, {_value(team)})")
    return result


def add_person(engine: Engine, person: Person, password: str) -> None:
    """Make somebody's login, or change their name, team and what they lead. Raises StoreError."""
    with explained(NAME), writing(engine) as connection:
        for statement in person_statements(person, password):
            _run(connection, statement)


def drop_person(engine: Engine, login: str) -> None:
    """Take somebody's rights away at once. Their calls stay. Raises StoreError."""
    with explained(NAME), writing(engine) as connection:
        _run(connection, f"ALTER ROLE {_name(login)} NOLOGIN")
        _run(connection, f"REVOKE {AGENT}, {LEAD}, {ADMIN} FROM {_name(login)}")
        _run(connection, f"DELETE FROM public.people WHERE login = {_value(login)}")


def people(engine: Engine) -> tuple[Person, ...]:
    """Everybody, by team and name."""
    query = text(
        "SELECT p.login, p.name, p.team, array(SELECT l.team FROM public.leads AS l "
        "WHERE l.login = p.login ORDER BY l.team) AS leads FROM public.people AS p "
        "ORDER BY p.team, p.name"
    )
    with explained(NAME), engine.connect() as connection:
        return tuple(
            Person(login=row.login, name=row.name, team=row.team, leads=tuple(row.leads))
            for row in connection.execute(query)
        )


def set_shares(engine: Engine, shares: str) -> None:
    """What workstations may send: one of `SHARES`. Raises StoreError."""
    if shares not in SHARES:
        raise StoreError(f"'{shares}' is not one of {', '.join(SHARES)}.")
    query = text("UPDATE public.team_settings SET value = :value WHERE name = 'shares'")
    with explained(NAME), writing(engine) as connection:
        connection.execute(query, {"value": shares})


def looks(engine: Engine, limit: int = 200) -> tuple[Look, ...]:
    """Who looked at the calls of the login, the latest look first."""
    query = text(
        "SELECT at, name, call_id, what FROM public.looks WHERE owner = session_user::text "
        "ORDER BY at DESC, id DESC LIMIT :limit"
    )
    with explained(NAME), engine.connect() as connection:
        return tuple(
            Look(at=row.at, who=row.name, call_id=row.call_id, what=row.what)
            for row in connection.execute(query, {"limit": limit})
        )


def new_password() -> str:
    return secrets.token_urlsafe(18)


def _run(connection: Connection, statement: str) -> None:
    # Without parameters, so that the driver leaves every % alone.
    connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _value(value: str) -> str:
    return "'" + value.replace("\0", "").replace("'", "''") + "'"

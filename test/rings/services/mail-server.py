"""Two mail servers that want encryption and a password: one by STARTTLS, one from the start.

The first line on stdout says where they listen, each further one what has been received. The authority of
their certificate, which is for `localhost`, is written to the file that the command line names.
"""

import asyncio
import json
import ssl
import sys
from email import message_from_bytes, policy
from functools import partial

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


def say(**words: object) -> None:
    print(json.dumps(words), flush=True)


def log_in(*words: object) -> AuthResult:
    return AuthResult(success=words[-1] == LoginPassword(b"ann", b"p@ss/word"), handled=False)


class Handler:
    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:
        mail = message_from_bytes(envelope.original_content, policy=policy.default)
        say(
            sender=envelope.mail_from,
            recipients=envelope.rcpt_tos,
            headers=dict(mail.items()),
            text=mail.get_body(("plain",)).get_content().replace("\r\n", "\n"),
        )
        return "250 taken"


async def main(authority_file: str) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(authority_file)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(tls)
    smtp = partial(SMTP, Handler(), authenticator=log_in, auth_required=True, enable_SMTPUTF8=True)
    by_starttls = partial(smtp, tls_context=tls, require_starttls=True)
    listen = asyncio.get_running_loop().create_server
    servers = {
        "smtp": await listen(by_starttls, "127.0.0.1", 0),
        "smtps": await listen(partial(smtp, auth_require_tls=False), "127.0.0.1", 0, ssl=tls),
    }
    say(**{name: server.sockets[0].getsockname()[1] for name, server in servers.items()})
    await asyncio.gather(*(server.serve_forever() for server in servers.values()))


asyncio.run(main(sys.argv[1]))

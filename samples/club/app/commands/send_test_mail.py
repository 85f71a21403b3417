"""Prove the settings of mail: `python -m app.commands.send_test_mail you@example.com`."""

import argparse
import asyncio
import sys

from app.about import NAME
from app.core.logging import configure_logging
from app.core.mail import MailError, render_mail
from app.core.mail_delivery import build_mailer
from app.core.settings import Settings


def main() -> None:
    parser = argparse.ArgumentParser(description="Send a mail that proves the settings.")
    parser.add_argument("to", help="your address")
    to = parser.parse_args().to
    settings = Settings()
    configure_logging(settings)
    try:
        asyncio.run(build_mailer(settings).send(render_mail("test", to=to, name=NAME)))
    except (MailError, ValueError) as error:
        sys.exit(f"Not sent: {error}")
    sys.stdout.write(f"Sent to {to}\n")


if __name__ == "__main__":
    main()

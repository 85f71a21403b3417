import { pythonPackage } from '@hut/fastapi';
import type { Context } from '@hut/kit';
import {
  dependency,
  docs,
  lifespan,
  outsideService,
  setting,
  symbol,
  testFixture,
  type Contribution,
} from '@hut/render';

/** What sends mail, its settings, and what tests of other features look into. */
export function contributeMail({ files }: Context): readonly Contribution[] {
  return [
    // Those before leave the connection open when a server can not encrypt.
    dependency('aiosmtplib', '>=5.1.3,<6'),
    ...settings,
    lifespan('mailer', {
      band: 'connections',
      use: symbol('app.core.mail_delivery', 'open_mailer'),
    }),
    outsideService('mail_url', { title: 'Mail server', ports }),
    testFixture('tests.outbox'),
    docs('Mail', { band: 'use', body: guide }),
    pythonPackage('commands'),
    ...files('all'),
  ];
}

/** Neither has a default: whoever runs the project says where mail goes, also when it goes nowhere. */
const settings = [
  setting('mail_from', 'str', {
    example: 'app@example.com',
    local: 'app@example.com',
    doc: 'Who mail comes from: an address, or Name <address>',
  }),
  setting('mail_url', 'SecretStr', {
    uses: [symbol('pydantic', 'SecretStr')],
    example: 'console:',
    local: 'console:',
    doc: 'Where mail goes: console: (the log), or smtp://user:password@mail.example.com',
  }),
];

/** Those of `app/core/mail_delivery.py`. */
const ports = { smtp: 587, 'smtp?tls=none': 25, smtps: 465 };

const guide = `\`MAIL_URL\` says where mail goes, and \`MAIL_FROM\` who it comes from:

| \`MAIL_URL\`                              | mail                                              |
| --------------------------------------- | ------------------------------------------------- |
| \`console:\`                              | is logged; in production without its text         |
| \`smtp://user:password@mail.example.com\` | goes by SMTP, encrypted by STARTTLS (port 587)    |
| \`smtps://...\`                           | goes by SMTP, encrypted from the start (port 465) |
| \`smtp://localhost:1025?tls=none\`        | goes by SMTP, not encrypted: without a password   |

Signs that mean something in a URL are percent-encoded in user and password. This proves the settings:

\`\`\`sh
uv run python -m app.commands.send_test_mail you@example.com
\`\`\`

Templates are in \`app/mail\`. Write \`welcome.txt\` there: a line \`Subject: ...\`, an empty one, and the text. \`$name\`
is filled in, \`$$\` is a dollar. \`welcome.html\` beside it, if you like one, is the same mail as a page. A route sends it:

\`\`\`python
from app.core.mail import MailerDep, render_mail, send_or_log


@router.post("/welcome")
async def welcome(mailer: MailerDep, tasks: BackgroundTasks) -> None:
    message = render_mail("welcome", to="ann@example.com", name="Ann")
    tasks.add_task(send_or_log, mailer, message)
\`\`\`

That answers at once, and logs what goes wrong. \`await mailer.send(message)\` waits for the server, and raises
\`MailError\`. A test asks for the fixture \`outbox\`: the list of the messages that were sent.`;

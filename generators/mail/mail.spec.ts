import { openTestProject, type TestProject } from '@hut/testing';
import { lookup } from '../lookup.ts';

const files = [
  'app/commands/__init__.py',
  'app/commands/send_test_mail.py',
  'app/core/mail.py',
  'app/core/mail_delivery.py',
  'app/mail/test.txt',
  'tests/outbox.py',
  'tests/test_mailer.py',
  'tests/test_mail_delivery.py',
];

describe('mail', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());

  it('is wired: a package, settings, a mailer that opens, and the fixture of the tests', async () => {
    await project.hut({ features: { mail: {} } });
    expect(project.read('pyproject.toml')).toContain('    "aiosmtplib>=5.1.3,<6",\n');
    expect(project.read('app/factory.py')).toContain('    open_database,\n    open_mailer,\n');
    expect(project.read('tests/conftest.py')).toContain('    "tests.outbox",\n');
    for (const path of files) expect(project.read(path)).not.toBe('');
  });

  it('logs mail on this machine, and goes nowhere until it is told where', async () => {
    await project.hut({ features: { mail: {} } });
    expect(project.read('.env')).toMatch(/^MAIL_URL=console:$/m);
    expect(project.read('app/core/settings.py')).toMatch(/^ {4}mail_from: str$/m);
    expect(project.read('app/core/settings.py')).toMatch(/^ {4}mail_url: SecretStr$/m);
  });

  it('keeps a template that a person has edited', async () => {
    await project.hut({ features: { mail: {} } });
    project.edit('app/mail/test.txt', 'can send mail', 'sends mail');
    await project.hut({ splices: [{ set: ['description'], value: 'A shop' }] });
    expect(project.read('app/mail/test.txt')).toContain('sends mail');
  });
});

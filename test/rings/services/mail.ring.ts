/** Mail for real: a server that wants encryption and a password receives it, and nothing where either is wrong. */
import { installProject, type InstalledProject } from './installed-project.ts';
import { projectChecks } from './project-checks.ts';
import { startMailServer, type MailServer } from './start-mail-server.ts';

const words = ['--with-mail'];
const [style, , tests] = projectChecks;
const schemes = ['smtp', 'smtps'] as const;

describe('a project with mail', () => {
  let project: InstalledProject;
  let server: MailServer;
  beforeAll(async () => {
    project = await installProject({ database: 'sqlite', words });
    server = await startMailServer();
  });
  afterAll(async () => {
    await server.stop();
    await project.close();
  });
  afterEach(() => {
    delete process.env.MAIL_URL;
    delete process.env.MAIL_FROM;
    delete process.env.SSL_CERT_FILE;
  });

  it.each([style!, tests!])('%s', (_, check) => check(project));

  /** What the command of the project says with these settings, and how it fails. */
  const sendTestMail = (settings: Readonly<Record<string, string>>): string => {
    Object.assign(process.env, settings);
    try {
      return project.tool('python', '-m', 'app.commands.send_test_mail', 'you@example.com');
    } catch (error) {
      return String(error);
    }
  };

  it.each(schemes)('sends by %s what the server receives', async (scheme) => {
    const said = sendTestMail({
      MAIL_URL: `${scheme}://ann:p%40ss%2Fword@localhost:${server.ports[scheme]}`,
      MAIL_FROM: 'Käthes Shop <shop@example.com>',
      SSL_CERT_FILE: server.authority,
    });
    expect(said).toBe('Sent to you@example.com\n');
    const { headers, ...mail } = await server.nextMail();
    expect(mail).toEqual({
      sender: 'shop@example.com',
      recipients: ['you@example.com'],
      text: 'The settings are right: shop can send mail.\n',
    });
    expect(headers).toMatchObject({
      From: 'Käthes Shop <shop@example.com>',
      To: 'you@example.com',
      Subject: 'A mail from shop',
    });
  });

  describe.each([
    ['a server that nobody vouches for', 'ann:p%40ss%2Fword@localhost', /verify failed/, false],
    [
      'a server of another name',
      'ann:p%40ss%2Fword@127.0.0.1',
      /not valid for '127\.0\.0\.1'/,
      true,
    ],
    ['a server that does not know it', 'ann:wrong@localhost', /credentials invalid/, true],
  ])('says why it sends nothing to %s', (_, place, problem, isTrusted) => {
    it.each(schemes)('by %s', (scheme) => {
      const said = sendTestMail({
        MAIL_URL: `${scheme}://${place}:${server.ports[scheme]}`,
        ...(isTrusted && { SSL_CERT_FILE: server.authority }),
      });
      expect(said).toMatch(/exits 1\n\s*Not sent: /);
      expect(said).toMatch(problem);
      expect(said).not.toMatch(/Traceback|p%40ss|p@ss|wrong/);
    });
  });
});

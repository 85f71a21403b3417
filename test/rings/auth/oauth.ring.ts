/** Browsers sign in to the booted application at a real OpenID provider and at a server shaped as GitHub, with every redirect. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort, serveProject, type ServedProject } from '@hut/testing';
import { installProject, type InstalledProject } from '../services/installed-project.ts';
import { openBrowser, type Browser, type Page } from './browser.ts';
import { startGithub, type GithubPerson } from './start-github.ts';
import { startOidcProvider, type Server } from './start-oidc-provider.ts';

interface Tokens {
  readonly access_token: string;
}

const FLAGS = ['--with-auth', 'oauth', '--oauth-providers', 'github,work=https://sso.example.com'];
const failed = { error: 'failed' };

describe.each(['sqlite', 'postgresql'])('a shop on %s', (database) => {
  let project: InstalledProject;
  let shop: ServedProject;
  let oidc: Server;
  let github: Server;
  const person: GithubPerson = { id: 1001, email: 'grace@example.org', verified: true };
  let given: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    project = await installProject({ database, words: FLAGS });
    copyFileSync(join(import.meta.dirname, 'served.py'), join(project.root, 'served.py'));
    const [port, oidcPort] = [await findFreePort(), await findFreePort()];
    const url = `http://127.0.0.1:${port}`;
    oidc = await startOidcProvider(oidcPort, `${url}/api/v1/auth/oauth/work/callback`);
    github = await startGithub(person);
    given = {
      PUBLIC_URL: url,
      WORK_ISSUER: oidc.url,
      WORK_CLIENT_ID: 'shop',
      WORK_CLIENT_SECRET: 'a secret of both',
      GITHUB_CLIENT_ID: 'shop',
      GITHUB_CLIENT_SECRET: 'a secret of both',
      GITHUB_FOR_TESTS: github.url,
    };
    Object.assign(process.env, given);
    project.python('-m', 'alembic', 'upgrade', 'head');
    shop = await serveProject(project.root, { target: 'served:app', port });
  });
  afterAll(async () => {
    await shop?.stop();
    await github?.stop();
    await oidc?.stop();
    for (const name of Object.keys(given)) Reflect.deleteProperty(process.env, name);
    await project?.close();
  });

  const api = (path: string): string => `${shop.url}/api/v1/auth/${path}`;
  const isCallback = (url: string): boolean =>
    url.startsWith(api('oauth/')) && url.includes('/callback');

  /** From the front end to the provider: the first redirect. */
  async function leave(browser: Browser, provider: string): Promise<string> {
    const page = await browser.send(`${api(`oauth/${provider}`)}?next=/welcome`);
    expect(page.status).toBe(302);
    return page.location!;
  }

  /** At the provider, up to where the browser is sent back to the application. */
  async function comeBack(browser: Browser, url: string, name = 'ada'): Promise<string> {
    let page = await browser.follow(await browser.send(url), isCallback);
    for (const form of [{ prompt: 'login', login: name, password: 'x' }, { prompt: 'consent' }]) {
      if (page.location !== null) break;
      const action = /<form[^>]+action="([^"]+)"/.exec(page.text)![1]!;
      page = await browser.follow(
        await browser.send(new URL(action, url).href, { form }),
        isCallback,
      );
    }
    return page.location!;
  }

  /** What the front end is told. */
  async function arrive(browser: Browser, callback: string): Promise<Record<string, string>> {
    const page = await browser.send(callback);
    expect(page.status).toBe(302);
    expect(new URL(page.location!).origin).toBe(shop.url);
    return Object.fromEntries(new URL(page.location!).searchParams);
  }

  async function signIn(browser: Browser, provider: string, name?: string) {
    return arrive(browser, await comeBack(browser, await leave(browser, provider), name));
  }

  const exchange = (browser: Browser, code: string): Promise<Page> =>
    browser.send(api('oauth/exchange'), { json: { code } });

  /** Signs in, and answers who that is, with a token. */
  async function enter(browser: Browser, provider: string) {
    const told = await signIn(browser, provider);
    expect(Object.keys(told)).toEqual(['code']);
    const { text } = await exchange(browser, told.code!);
    const { access_token: token } = JSON.parse(text) as Tokens;
    const me = await browser.send(api('me'), { token });
    expect(me.status).toBe(200);
    return { token, ...(JSON.parse(me.text) as { id: string; email: string }) };
  }

  /** Registering goes on after its answer. */
  async function logIn(browser: Browser, credentials: object): Promise<{ token: string }> {
    for (let attempt = 0; attempt < 8; attempt++) {
      const { status, text } = await browser.send(api('login'), { json: credentials });
      if (status === 200) return { token: (JSON.parse(text) as Tokens).access_token };
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error('Nobody was registered');
  }

  describe.each(['work', 'github'])('%s', (provider) => {
    it('signs somebody in, and the same person again', async () => {
      const first = await enter(openBrowser(), provider);
      expect(first.email).toBe(provider === 'work' ? 'ada@example.org' : person.email);
      expect((await enter(openBrowser(), provider)).id).toBe(first.id);
    });

    it('answers a browser once, and only the one that went there', async () => {
      const browser = openBrowser();
      const callback = await comeBack(browser, await leave(browser, provider));
      const before = new Map(browser.jar);
      expect(await arrive(openBrowser(), callback)).toEqual(failed);
      expect(await arrive(browser, callback)).toHaveProperty('code');
      expect(await arrive(browser, callback)).toEqual(failed);
      for (const [key, cookie] of before) browser.jar.set(key, cookie);
      expect(await arrive(browser, callback)).toEqual(failed);
    });

    it('does not answer for a state, or a challenge, of another', async () => {
      const browser = openBrowser();
      const callback = new URL(await comeBack(browser, await leave(browser, provider)));
      callback.searchParams.set('state', 'of another');
      expect(await arrive(browser, callback.href)).toEqual(failed);

      const authorize = new URL(await leave(browser, provider));
      authorize.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
      expect(await arrive(browser, await comeBack(browser, authorize.href))).toEqual(failed);

      authorize.searchParams.delete('code_challenge');
      authorize.searchParams.delete('code_challenge_method');
      expect(await arrive(browser, await comeBack(browser, authorize.href))).toEqual(failed);
    });

    it('gives a code that works once, in that browser', async () => {
      const [browser, other] = [openBrowser(), openBrowser()];
      const { code } = await signIn(browser, provider);
      await signIn(other, provider);
      const cookies = new Map(browser.jar);
      expect((await exchange(other, code!)).status).toBe(400);
      expect((await exchange(browser, code!)).status).toBe(200);
      for (const [key, cookie] of cookies) browser.jar.set(key, cookie);
      expect((await exchange(browser, code!)).status).toBe(400);
    });

    it('sends nobody elsewhere', async () => {
      for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
        const query = new URLSearchParams({ next });
        expect((await openBrowser().send(`${api(`oauth/${provider}`)}?${query}`)).status).toBe(422);
      }
    });
  });

  it('does not take the answer of another provider for that of this one', async () => {
    const browser = openBrowser();
    const callback = new URL(await comeBack(browser, await leave(browser, 'work')));
    expect(callback.searchParams.get('iss')).toBe(oidc.url);
    for (const iss of [github.url, null]) {
      const changed = new URL(callback);
      if (iss === null) changed.searchParams.delete('iss');
      else changed.searchParams.set('iss', iss);
      expect(await arrive(browser, changed.href)).toEqual(failed);
    }
    expect(await arrive(browser, callback.href)).toHaveProperty('code');
  });

  it('says so when somebody changes their mind', async () => {
    const browser = openBrowser();
    const form = await browser.follow(await browser.send(await leave(browser, 'work')), isCallback);
    const abort = /href="([^"]+abort)"/.exec(form.text)![1]!;
    const back = await browser.follow(
      await browser.send(new URL(abort, oidc.url).href),
      isCallback,
    );
    expect(await arrive(browser, back.location!)).toEqual({ error: 'access_denied' });
  });

  it('believes no address that a provider has not verified', async () => {
    expect(await signIn(openBrowser(), 'work', 'eve')).toEqual({ error: 'email_unverified' });
  });

  it('throws out who registered with the address of somebody else', async () => {
    const email = 'victim@example.org';
    const credentials = { email, password: 'of the attacker, long' };
    const attacker = openBrowser();
    const registered = await attacker.send(api('register'), { json: credentials });
    expect(registered.status).toBe(202);
    const { token } = await logIn(attacker, credentials);
    expect((await attacker.send(api('me'), { token })).status).toBe(200);
    Object.assign(person, { id: 2002, email });
    const victim = await enter(openBrowser(), 'github');
    expect(victim.email).toBe(email);
    expect((await attacker.send(api('me'), { token })).status).toBe(401);
    expect((await attacker.send(api('login'), { json: credentials })).status).toBe(401);
  });

  it('links a second provider, signs in there, and keeps the last one', async () => {
    Object.assign(person, { id: 3003, email: 'another@example.org' });
    const browser = openBrowser();
    const ada = await enter(browser, 'work');
    const { token } = ada;
    const asked = await browser.send(`${api('oauth/github/link')}?next=/welcome`, {
      method: 'POST',
      token,
    });
    const callback = await comeBack(browser, (JSON.parse(asked.text) as { url: string }).url);
    expect(await arrive(openBrowser(), callback)).toEqual(failed);
    expect(await arrive(browser, callback)).toEqual({ linked: 'github' });
    expect((await enter(openBrowser(), 'github')).id).toBe(ada.id);

    const unlink = async (provider: string): Promise<number> =>
      (await browser.send(api(`oauth/${provider}/link`), { method: 'DELETE', token })).status;
    expect(await unlink('github')).toBe(204);
    expect(await unlink('github')).toBe(404);
    expect(await unlink('work')).toBe(409);
  });
});

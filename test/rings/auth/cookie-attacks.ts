import { AUTH, openAccount } from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import type { Answer, Visitor } from './visitor.ts';

/** Somebody who is logged in by cookies, in their browser. */
interface Browser {
  readonly visitor: Visitor;
  /** What the browser sends with each request to the site. */
  readonly cookies: string;
}

/** What others do with the cookies of somebody, or to them. */
export const cookieAttacks: readonly Attack[] = [
  ['cookies are for the server alone, and answers hold no tokens', readCookies],
  ['another site changes nothing with them, and logs nobody in', forgeRequests],
  ['what is in a cookie is no bearer', sendAsBearer],
  ['a refresh that is replayed ends its family', replayRefresh],
  ['nothing of a session works after its logout', useAfterLogout],
];

const others: readonly Readonly<Record<string, string>>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { Origin: 'null' },
  { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
  { Origin: 'http://shop.example.com' },
  { Origin: 'https://shop.example.com.evil.example' },
  { Origin: 'https://shop.example.com:8443' },
  { Origin: 'https://evil.example', Referer: 'https://shop.example.com/', Host: 'evil.example' },
];

async function openBrowser(site: Site): Promise<Browser & { readonly login: Answer }> {
  const { visitor, email, password } = await openAccount(site);
  const headers = { Origin: site.publicUrl, 'Sec-Fetch-Site': 'same-origin' };
  const login = await visitor.ask(`POST ${AUTH}/login`, { body: { email, password }, headers });
  expect(login.status).toBe(200);
  return { visitor, cookies: cookiesIn(login), login };
}

function cookiesIn({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!).join('; ');
}

/** As the page of the site does it. */
function ask(site: Site, line: string, { visitor, cookies }: Browser): Promise<Answer> {
  const headers = { Cookie: cookies, Origin: site.publicUrl, 'Sec-Fetch-Site': 'same-origin' };
  return visitor.ask(line, { headers });
}

async function readCookies(site: Site): Promise<void> {
  const { login } = await openBrowser(site);
  const lines = login.headers['set-cookie'] ?? [];
  expect(lines.length).toBe(2);
  for (const line of lines) {
    for (const word of ['HttpOnly', 'Secure', 'SameSite=lax']) expect(line).toContain(word);
    expect(line).not.toMatch(/domain=/iu);
    expect(login.text).not.toContain(line.split(/[=;]/)[1]!);
  }
  expect(login.headers['cache-control']).toBe('no-store');
}

async function forgeRequests(site: Site): Promise<void> {
  const browser = await openBrowser(site);
  const paths = ['logout', 'logout/all', 'refresh', 'password/change', 'login', 'register'];
  const lines = [...paths.map((path) => `POST ${AUTH}/${path}`), `PATCH ${AUTH}/me`];
  for (const line of [...lines, `DELETE ${AUTH}/sessions/1`, 'POST /api/v1/notes'])
    for (const made of others) {
      const headers = { Cookie: browser.cookies, ...made };
      const { status } = await browser.visitor.ask(line, { body: { title: 'x' }, headers });
      expect([line, made, status]).toEqual([line, made, 403]);
    }
  expect((await ask(site, `GET ${AUTH}/me`, browser)).status).toBe(200);
  expect((await ask(site, `POST ${AUTH}/refresh`, browser)).status).toBe(200);
}

async function sendAsBearer(site: Site): Promise<void> {
  const { visitor, cookies } = await openBrowser(site);
  for (const cookie of cookies.split('; ')) {
    const token = cookie.slice(cookie.indexOf('=') + 1);
    expect((await visitor.ask(`GET ${AUTH}/me`, { token })).status).toBe(401);
  }
}

async function replayRefresh(site: Site): Promise<void> {
  const stolen = await openBrowser(site);
  const refreshed = await ask(site, `POST ${AUTH}/refresh`, stolen);
  const fresh = { ...stolen, cookies: cookiesIn(refreshed) };
  expect((await ask(site, `GET ${AUTH}/me`, fresh)).status).toBe(200);
  expect((await ask(site, `POST ${AUTH}/refresh`, stolen)).status).toBe(401);
  for (const line of [`GET ${AUTH}/me`, `POST ${AUTH}/refresh`])
    expect((await ask(site, line, fresh)).status).toBe(401);
}

async function useAfterLogout(site: Site): Promise<void> {
  const browser = await openBrowser(site);
  expect((await ask(site, `POST ${AUTH}/logout`, browser)).status).toBe(204);
  for (const line of [`GET ${AUTH}/me`, `POST ${AUTH}/refresh`])
    expect((await ask(site, line, browser)).status).toBe(401);
}

import { AUTH, newEmail, openLogin } from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import type { Answer } from './visitor.ts';

/** Rights that somebody takes, or gives themselves. */
export const rightsAttacks: readonly Attack[] = [
  ['whoever has no login reaches what hut.yaml calls public, and nothing else', askWithoutLogin],
  ['roles and all else that is not theirs to say come with no registration', registerAsAdmin],
  ['nor by a change of themselves', becomeAdmin],
  ['a role is given by the command of the project, and opens the door then', grantRole],
  ['a record belongs to who makes it, whatever they say', nameOtherOwner],
  ['nobody changes or deletes the record of another', changeOther],
];

/** Fields of the users that are not theirs to say. */
const rights: Readonly<Record<string, unknown>> = {
  roles: ['admin'],
  role: 'admin',
  active: true,
  is_admin: true,
  verified_at: '2020-01-01T00:00:00Z',
  password_hash: 'x',
  id: '00000000-0000-0000-0000-000000000001',
};

const NOTES = '/api/v1/notes';
const SECRETS = '/api/v1/secrets';
const json = ({ text }: Answer): Readonly<Record<string, unknown>> =>
  JSON.parse(text) as Record<string, unknown>;

/** Routes for whoever has no login yet, those of Page, and of health. */
const open =
  /^(GET \/health\/|\w+ \/api\/v1\/pages\b|POST \/api\/v1\/auth\/(register|verify|login|token|refresh|logout|password\/reset(\/confirm)?)$)/;

async function askWithoutLogin(site: Site): Promise<void> {
  const lines = routesOf(site);
  const closed = lines.filter((line) => !open.test(line));
  expect(closed.length).toBeGreaterThan(12);
  for (const line of closed) {
    const answer = await site.visitor().ask(line.replaceAll(/\{\w+\}/g, nobody), { body: {} });
    expect([line, answer.status]).toEqual([line, 401]);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  }
  for (const path of ['/', '/docs', '/openapi.json', '/redoc'])
    expect((await site.visitor().ask(`GET ${path}`)).status).toBe(404);
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** As `POST /api/v1/notes`. Production shows no document. */
function routesOf({ python }: Site): readonly string[] {
  const script = 'import json; from app.main import app; print(json.dumps(app.openapi()["paths"]))';
  const paths = JSON.parse(python('-c', script)) as Readonly<Record<string, object>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** Refused or ignored; then the account, if there is one, is like any other. */
async function registerAsAdmin(site: Site): Promise<void> {
  for (const [name, value] of Object.entries(rights)) {
    const email = newEmail();
    const body = { email, password: 'a long password', [name]: value };
    const answer = await site.visitor().ask(`POST ${AUTH}/register`, { body });
    expect([name, answer.status]).toEqual([name, 422]);
  }
}

async function becomeAdmin(site: Site): Promise<void> {
  const { visitor, access_token: token, email } = await openLogin(site);
  const before = json(await visitor.ask(`GET ${AUTH}/me`, { token }));
  for (const [name, value] of Object.entries({ ...rights, email: newEmail() })) {
    const answer = await visitor.ask(`PATCH ${AUTH}/me`, { token, body: { [name]: value } });
    expect([name, answer.status]).toEqual([name, 422]);
  }
  const after = json(await visitor.ask(`GET ${AUTH}/me`, { token }));
  expect(after).toMatchObject({ email, verified_at: before['verified_at'] });
  expect(Object.keys(after)).not.toContain('password_hash');
  expect((await visitor.ask(`GET ${SECRETS}`, { token })).status).toBe(403);
}

async function grantRole(site: Site): Promise<void> {
  const { visitor, access_token: token, email } = await openLogin(site);
  const statuses = async (): Promise<readonly number[]> => [
    (await visitor.ask(`GET ${SECRETS}`, { token })).status,
    (await visitor.ask(`POST ${SECRETS}`, { token, body: { text: 'secret' } })).status,
  ];
  expect(await statuses()).toEqual([403, 403]);
  site.python('-m', 'app.commands.grant_role', email, 'admin');
  expect(await statuses()).toEqual([200, 201]);
}

async function nameOtherOwner(site: Site): Promise<void> {
  const [victim, thief] = [await openLogin(site), await openLogin(site)];
  const [owner, own] = [await idOf(victim), await idOf(thief)];
  const { visitor, access_token: token } = thief;
  for (const [name, value] of Object.entries({ author_id: owner, author: owner, id: nobody })) {
    const body = { title: 'mine', [name]: value };
    expect((await visitor.ask(`POST ${NOTES}`, { token, body })).status).toBe(422);
  }
  const note = json(await visitor.ask(`POST ${NOTES}`, { token, body: { title: 'mine' } }));
  expect(note).toMatchObject({ title: 'mine', author_id: own });
  const path = `${NOTES}/${String(note['id'])}`;
  const body = { author_id: owner };
  expect((await visitor.ask(`PATCH ${path}`, { token, body })).status).toBe(422);
  expect(json(await visitor.ask(`GET ${path}`, { token }))).toMatchObject({ author_id: own });
}

async function idOf({ visitor, access_token: token }: Login): Promise<unknown> {
  return json(await visitor.ask(`GET ${AUTH}/me`, { token }))['id'];
}

type Login = Awaited<ReturnType<typeof openLogin>>;

async function changeOther(site: Site): Promise<void> {
  const [victim, thief] = [await openLogin(site), await openLogin(site)];
  const theirs = { token: victim.access_token };
  const body = { title: 'theirs' };
  const note = json(await victim.visitor.ask(`POST ${NOTES}`, { ...theirs, body }));
  const path = `${NOTES}/${String(note['id'])}`;
  const mine = { token: thief.access_token, body: { title: 'mine' } };
  for (const method of ['PATCH', 'DELETE'])
    expect((await thief.visitor.ask(`${method} ${path}`, mine)).status).toBe(403);
  const missing = await thief.visitor.ask(`PATCH ${NOTES}/${nobody}`, mine);
  expect(missing.status).toBe(404);
  expect(json(await victim.visitor.ask(`GET ${path}`, theirs))).toMatchObject(body);
  expect((await victim.visitor.ask(`DELETE ${path}`, theirs)).status).toBe(204);
}

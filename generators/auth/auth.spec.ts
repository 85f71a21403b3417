import { writtenValue } from '@hut/blueprint';
import { readBlueprint } from '@hut/kit';
import { amendedBy } from '@hut/testing';
import { lookup } from '../lookup.ts';

const after = (...lines: string[]): Promise<string> => amendedBy(lookup, lines);
const entitiesIn = (text: string) =>
  new Map(
    readBlueprint(text, { lookup, version: '0.1.0' }).entities.map((entity) => [
      entity.name,
      entity,
    ]),
  );

describe('hut add auth', () => {
  it('brings the users and their sessions, and writes none of them', async () => {
    const text = await after('add auth');
    expect(writtenValue(text, ['features'])).toEqual({ auth: {} });
    expect(writtenValue(text, ['entities'])).toEqual({});
    expect([...entitiesIn(text).keys()]).toEqual([
      'LoginSession',
      'OneTimeToken',
      'RefreshToken',
      'User',
    ]);
  });

  it('extends the users of the project, whose fields stay', async () => {
    const text = await after('add model User name email:email:unique', 'add auth');
    const names = entitiesIn(text)
      .get('User')!
      .fields.map(({ name }) => name);
    expect(names).toEqual(['password_hash', 'verified_at', 'active', 'roles', 'name', 'email']);
  });

  it('lets its users have more fields, other names and relations', async () => {
    const text = await after(
      'add auth --user-model Account',
      'add field Account phone',
      'add crud Note title author:Account',
    );
    expect(writtenValue(text, ['entities', 'Account', 'fields'])).toEqual({ phone: 'string' });
    expect(entitiesIn(text).get('Account')!.fields.at(-1)).toMatchObject({ name: 'phone' });
  });

  it('stores the identities of others when there are providers', async () => {
    const text = await after('add auth oauth --providers google,github');
    expect(writtenValue(text, ['features', 'auth', 'providers'])).toEqual(['google', 'github']);
    expect(entitiesIn(text).has('LinkedIdentity')).toBe(true);
  });

  it('is undone by hut remove auth, byte for byte', async () => {
    const before = await after('add model User name');
    const text = await amendedBy(lookup, ['add auth --providers github', 'remove auth'], before);
    expect(text).toBe(before);
  });

  it('leaves no trace in hut.yaml of what was added to its users and taken away again', async () => {
    const before = await after('add auth');
    for (const [there, back] of [
      ['add endpoint User', 'remove endpoint User'],
      ['add crud User', 'remove crud User'],
      ['add field User phone', 'remove field User phone'],
      ['add service LoginSession', 'remove service LoginSession'],
    ])
      expect(await amendedBy(lookup, [there!, back!], before)).toBe(before);
  });

  it('lets its users take another name, and their old one again', async () => {
    const before = await after('add auth', 'add crud Note title author:User');
    const renamed = await amendedBy(lookup, ['rename model User Member'], before);
    expect(writtenValue(renamed, ['features', 'auth'])).toEqual({ 'user-model': 'Member' });
    expect(writtenValue(renamed, ['entities', 'Note', 'fields', 'author'])).toBe('Member');
    expect(entitiesIn(renamed).get('Member')).toMatchObject({ was: 'User', broughtBy: 'auth' });
    expect(await amendedBy(lookup, ['rename model Member User'], renamed)).toBe(before);
  });

  it('takes the fields along that a project gave its users', async () => {
    const text = await after('add auth', 'add field User phone', 'rename model User Member');
    expect(writtenValue(text, ['entities'])).toEqual({
      Member: { was: 'User', fields: { phone: 'string' } },
    });
  });

  it.each([
    [['add auth', 'remove schema User'], 'brought'],
    [['add auth oauth'], 'word'],
    [['add auth saml'], 'word'],
    [['add auth --providers facebook'], 'blueprint'],
    [['add auth --user-model users'], 'blueprint'],
    [['add auth', 'add auth --user-model Member'], 'word'],
    [['add model User email:text', 'add auth'], 'blueprint'],
    [['add model RefreshToken label', 'add auth'], 'blueprint'],
    [['add auth', 'add field LoginSession place'], 'blueprint'],
    [['add auth', 'remove model User'], 'brought'],
    [['add auth', 'remove mail'], 'brought'],
    [['add auth', 'rename model LoginSession Login'], 'brought'],
    [['add auth', 'remove field User email'], 'brought'],
    [['add auth', 'rename field User email mail'], 'brought'],
    [['add auth', 'add model Note author:User', 'remove auth'], 'blueprint'],
  ])('refuses %j', async (lines, id) => {
    await expect(after(...lines)).rejects.toMatchObject({ id, exitCode: 3 });
  });
});

describe('hut add oauth', () => {
  it('adds a provider', async () => {
    const text = await after(
      'add auth',
      'add oauth google',
      'add oauth work --issuer https://sso.example.com',
      'add oauth google',
    );
    expect(writtenValue(text, ['features', 'auth', 'providers'])).toEqual([
      'google',
      'work=https://sso.example.com',
    ]);
  });

  it('is undone by hut remove oauth, byte for byte', async () => {
    const before = await after('add auth');
    expect(await amendedBy(lookup, ['add oauth github', 'remove oauth github'], before)).toBe(
      before,
    );
  });

  it.each([
    [['add auth', 'add oauth work'], 'word'],
    [['add auth', 'add oauth google,github'], 'word'],
    [['add auth', 'remove oauth google'], 'word'],
    [['add auth', 'add oauth google', 'add oauth google --issuer https://a.b'], 'word'],
    [['add oauth google'], 'needed'],
  ])('refuses %j', async (lines, id) => {
    await expect(after(...lines)).rejects.toMatchObject({ id, exitCode: 3 });
  });
});

describe('hut protect', () => {
  const lines = ['add auth', 'add crud Note title author:User'];
  const endpointAfter = async (line: string): Promise<unknown> =>
    writtenValue(await after(...lines, line), ['entities', 'Note', 'endpoint']);

  it('says who may call the routes of an entity', async () => {
    expect(await endpointAfter('add protect notes --roles admin,editor')).toEqual({
      access: ['admin', 'editor'],
    });
    expect(await endpointAfter('add protect Note --owner author --public')).toEqual({
      access: 'public',
      owner: 'author',
    });
    expect(await endpointAfter('add protect Note')).toEqual({ access: 'login' });
  });

  it.each([
    [[...lines, 'add protect Note --public --roles admin'], 'option'],
    [[...lines, 'add protect Note --owner titel'], 'no-field'],
    [[...lines, 'add protect Note --owner title'], 'blueprint'],
    [[...lines, 'add model Tag name', 'add protect Tag'], 'no-layer'],
    [['add crud Note title', 'add protect Note'], 'needed'],
  ])('refuses %j', async (some, id) => {
    await expect(after(...some)).rejects.toMatchObject({ id, exitCode: 3 });
  });
});

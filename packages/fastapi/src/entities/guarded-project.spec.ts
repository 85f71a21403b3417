import { parseBlueprint } from '@hut/blueprint';
import { assemble, guard, symbol } from '@hut/render';
import { guardedView } from './guarded-project.ts';
import { toEndpointView, toServiceView } from './layer-views.ts';
import { toSchemaView } from './schema-view.ts';
import { toTestView } from './test-view.ts';

const GUARD = guard({
  entity: 'User',
  login: symbol('app.guards', 'login'),
  roles: symbol('app.guards', 'roles'),
  user: symbol('app.guards', 'Asker'),
  logIn: symbol('tests.guards', 'log_in'),
  logOut: symbol('tests.guards', 'log_out'),
});

/** What a view of Note prints, with these words under `endpoint:`. */
function printed(endpoint: string, toView: typeof toTestView, isGuarded = true): string {
  const text = `hut: 1
entities:
  Note:
    fields: { title: string, author: User, reader: Person }
    layers: endpoint
    endpoint: { ${endpoint} }
  Page: { fields: { note: Note }, layers: endpoint, endpoint: { access: [admin] } }
  Person: { fields: { name: string }, layers: endpoint }
  User: { fields: { email: email:unique }, layers: endpoint }
`;
  const context = { file: 'hut.yaml', features: [], runningVersion: '0.1.0', name: 'shop' };
  const { entities } = parseBlueprint(text, { ...context, complete: 'from' });
  const project = { entities, ids: 'uuid', database: 'sqlite' } as const;
  const note = entities.find(({ name }) => name === 'Note')!;
  const contribution = isGuarded ? [{ from: 'people', contribution: GUARD }] : [];
  const view = guardedView(project, note, toView)(assemble(contribution));
  return Object.values(view).flat().map(String).join('\n');
}

describe('the routes of an entity', () => {
  it('are open where nothing guards them, whatever hut.yaml says', () => {
    const routes = printed('access: [admin], owner: author', toEndpointView, false);
    expect(routes).not.toMatch(/dependencies|Asker|require_owner/u);
    expect(printed('owner: author', toSchemaView, false)).toContain('    author_id: uuid.UUID');
  });

  it.each([
    ['', '"notes"], dependencies=[Depends(login)]'],
    ['access: login', 'dependencies=[Depends(login)]'],
    ['access: [admin, editor]', 'dependencies=[Depends(roles("admin", "editor"))]'],
  ])('need a login unless hut.yaml says otherwise: %s', (endpoint, expected) => {
    const routes = printed(endpoint, toEndpointView).replace(/\s+/gu, ' ');
    expect(routes.replaceAll(', ]', ']')).toContain(expected.replace(/^"notes"\], /u, ''));
    expect(routes).toContain('UNAUTHORIZED');
  });

  it('are open where hut.yaml says public', () => {
    expect(printed('access: public', toEndpointView)).not.toMatch(/dependencies=|UNAUTHORIZED/u);
    expect(printed('access: public', toTestView)).not.toContain('log_in');
  });

  it('take the owner from who asks, and let nobody else change a record', () => {
    const routes = printed('owner: author', toEndpointView);
    expect(routes).toContain('user: Asker');
    expect(routes).toContain('service.create(body, author_id=user.id)');
    expect(routes).toContain('await service.require_owner(note_id, author_id=user.id)');
    expect(printed('owner: author', toServiceView)).not.toContain('Reference("author_id"');
  });

  it('let everyone read what has an owner and is public', () => {
    const routes = printed('access: public, owner: author', toEndpointView);
    expect(routes).not.toContain('dependencies=');
    expect(routes).toContain(' | UNAUTHORIZED');
  });

  it('refuse an owner who never asks', () => {
    expect(() => printed('owner: reader', toEndpointView)).toThrow(
      'Note.reader points to Person, but User is who logs in',
    );
  });
});

describe('the schemas of an entity with an owner', () => {
  it('show the owner and find by it, and never take one', () => {
    const mentions = (endpoint: string) =>
      printed(endpoint, toSchemaView).match(/author_id: /gu)!.length;
    expect(mentions('')).toBe(4);
    expect(mentions('owner: author')).toBe(2);
  });
});

describe('the tests of the routes', () => {
  it('ask in the name of somebody who has what they need', () => {
    expect(printed('access: [admin]', toTestView)).toContain(
      'return await log_in(client, session, "admin")',
    );
  });

  it('try them without a login, and without the role', () => {
    expect(printed('', toTestView)).not.toContain('403');
    const tests = printed('access: [admin]', toTestView);
    expect(tests).toContain('log_out(client)');
    expect(tests).toContain('.status_code == 403');
  });

  it('change the records of who asks', () => {
    const tests = printed('owner: author', toTestView);
    expect(tests).toContain('create_note(session, author=user)');
    expect(tests).toContain('test_only_its_owner_changes_one');
    expect(tests).toContain('("author_id", [None])');
  });
});

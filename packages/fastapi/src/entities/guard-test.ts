import { call, type Code } from '../schema/python-code.ts';
import { pythonLiteral, type CodeSymbol } from '@hut/render';
import { accessOf, ownerOf } from './guarded-project.ts';
import { pythonLine, signatureLine } from './python-line.ts';
import { askerParameters, jsonId, ownRecord, useUser, type TestFile } from './relation-test.ts';

/** What the tests of routes print about who asks; nothing where everybody may. */
export function guardTestView(file: TestFile): object {
  const { project, entity } = file;
  // Who asks is then one of the records that are listed.
  const isUser = isGuarded(file) && project.guard!.entity === entity.name;
  return {
    ownItem: isUser ? '    items.append((await client.get(f"{PATH}/{user.id}")).json())\n' : '',
    listed: isUser ? 4 : 3,
    listSignature: listSignature(file, isUser),
    userFixture: isGuarded(file) ? userFixture(file).join('\n') : '',
  };
}

/** The tests of who is let in, and of whose a record is. */
export function guardTests(file: TestFile): readonly string[] {
  if (!isGuarded(file)) return [];
  return [loginTest(file), ...ownerTest(file)].map((lines) => lines.join('\n'));
}

function isGuarded({ project, entity }: TestFile): boolean {
  return accessOf(project, entity) !== 'public' || ownerOf(project, entity) !== undefined;
}

function listSignature(file: TestFile, isUser: boolean): string {
  const user = isUser ? [`user: ${useUser(file)}`] : [];
  return signatureLine('test_list', [...clientAndSession(file), ...user], 'None');
}

function userFixture(file: TestFile): readonly string[] {
  const user = useUser(file);
  return [
    '',
    '',
    `@${file.scope.useModule('pytest')}.fixture(autouse=True)`,
    signatureLine('user', clientAndSession(file), user),
    '    """Who asks."""',
    pythonLine('return await ', logIn(file), { indent: 4 }),
    '',
  ];
}

function loginTest(file: TestFile): readonly string[] {
  const access = accessOf(file.project, file.entity);
  const { logOut } = file.project.guard!;
  const record = pythonLine('record = ', ownRecord(file), { indent: 4 });
  const parameters = [...clientAndSession(file), ...askerParameters(file)];
  return [
    signatureLine('test_who_is_let_in', parameters, 'None'),
    record,
    '    one = f"{PATH}/{record.id}"',
    '    calls = [("POST", PATH), ("PATCH", one), ("DELETE", one)]',
    ...(access === 'public' ? [] : ['    calls += [("GET", PATH), ("GET", one)]']),
    `    ${use(file, logOut)}(client)`,
    '    for method, path in calls:',
    '        assert (await client.request(method, path)).status_code == 401',
    ...(typeof access === 'string'
      ? []
      : [
          `    await ${use(file, file.project.guard!.logIn)}(client, session)`,
          '    for method, path in calls:',
          '        assert (await client.request(method, path)).status_code == 403',
        ]),
  ];
}

function ownerTest(file: TestFile): readonly (readonly string[])[] {
  const { project, entity } = file;
  const owner = ownerOf(project, entity);
  if (owner === undefined) return [];
  const parameters = [...clientAndSession(file), 'body: Json', `user: ${useUser(file)}`];
  return [
    [
      signatureLine('test_only_its_owner_changes_one', parameters, 'None'),
      '    created = (await client.post(PATH, json=body)).json()',
      `    assert created["${owner}_id"] == ${jsonId(project, 'user')}`,
      '    path = f"{PATH}/{created[\'id\']}"',
      pythonLine('await ', logIn(file), { indent: 4 }),
      '    assert (await client.get(path)).json() == created',
      '    for method in ("PATCH", "DELETE"):',
      '        assert (await client.request(method, path, json={})).status_code == 403',
    ],
  ];
}

/** Somebody who has what the routes ask for. */
function logIn(file: TestFile): Code {
  const access = accessOf(file.project, file.entity);
  const roles = typeof access === 'string' ? [] : access.map((role) => pythonLiteral(role));
  const name = use(file, file.project.guard!.logIn);
  return call(name, 'client', 'session', ...roles);
}

function clientAndSession({ scope }: TestFile): readonly string[] {
  return [
    `client: ${scope.use('httpx2', 'AsyncClient')}`,
    `session: ${scope.use('sqlalchemy.ext.asyncio', 'AsyncSession')}`,
  ];
}

function use({ scope }: TestFile, { module, name }: CodeSymbol): string {
  return scope.use(module, name);
}

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openTestProject } from 'generator-hut/testing';
import { lookup } from '../../index.js';

describe('my-own', () => {
  let project;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());

  const files = ['hut.yaml', '.env.example', 'app/factory.py', 'app/core/settings.py'];
  const features = { 'my-own': { header: 'X-Robots-Tag' } };

  it('adds a setting, a middleware, and a file with its test', async () => {
    await project.hut({ features });
    assert.match(project.read('.env.example'), /^MY_OWN_HEADER=$/m);
    assert.match(project.read('app/factory.py'), /Middleware\(\s*MyOwnHeaderMiddleware,/);
    assert.match(project.read('app/middleware/my_own_header.py'), /HEADER = "X-Robots-Tag"/);
    assert.match(project.read('tests/test_my_own_header.py'), /import HEADER/);
  });

  it('gives the same bytes whether it was there at first or came later', async () => {
    await project.hut({ features });
    const atOnce = files.map(project.read);
    project.remove();
    project = openTestProject(lookup);
    await project.hut();
    await project.hut({ features });
    assert.deepEqual(files.map(project.read), atOnce);
  });

  it('keeps what people wrote', async () => {
    await project.hut();
    project.edit(
      'app/factory.py',
      '    return app\n',
      '    app.state.ours = True\n    return app\n',
    );
    await project.hut({ features });
    assert.match(project.read('app/factory.py'), /app\.state\.ours = True/);
    assert.match(project.read('app/factory.py'), /MyOwnHeaderMiddleware/);
  });

  it('refuses what is no name of a header', async () => {
    const wrong = { 'my-own': { header: 'X: 1' } };
    await assert.rejects(project.hut({ features: wrong }), { id: 'my-own-header' });
  });
});

/** Where each layer of a layered FastAPI project lives: what `@place` in a template's path stands for. */
export const places: Readonly<Record<string, string>> = {
  api: 'app/api',
  commands: 'app/commands',
  core: 'app/core',
  db: 'app/db',
  dependencies: 'app/dependencies',
  middleware: 'app/middleware',
  models: 'app/models',
  repositories: 'app/repositories',
  schemas: 'app/schemas',
  services: 'app/services',
  tasks: 'app/workers/tasks',
  tests: 'tests',
  versions: 'app/api/v1',
  workers: 'app/workers',
};

import { snakeCase } from '@hut/blueprint';
import { pythonLine, subscript } from './python-line.ts';
import { openScope } from './python-scope.ts';

/** The name of a service of no entity in paths: `payment`. */
export function moduleOfService(name: string): string {
  return snakeCase(name);
}

/** What the templates of a service of no entity print. */
export function toServiceAloneView(name: string): object {
  const className = `${name}Service`;
  const module = moduleOfService(name);
  const scope = openScope([className]);
  const annotated = scope.use('typing', 'Annotated');
  scope.use('app.db.session', 'SessionDep');
  const depends = `${scope.use('fastapi', 'Depends')}()`;
  const tests = openScope([]);
  tests.use('fastapi', 'FastAPI');
  tests.use('httpx2', 'AsyncClient');
  for (const used of ['literal', 'select']) tests.use('sqlalchemy', used);
  tests.use(`app.services.${module}_service`, `${className}Dep`);
  return {
    className,
    one: module.replaceAll('_', ' '),
    dependency: pythonLine(`${className}Dep = `, subscript(annotated, className, depends)),
    imports: scope.imports(),
    testImports: tests.imports(),
  };
}

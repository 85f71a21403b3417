import type { Entity } from '@hut/blueprint';
import type { EntityProject } from './entity-project.ts';
import type { PythonScope } from './python-scope.ts';

/** One file of schemas while its view is made. */
export interface SchemaFile {
  readonly project: EntityProject;
  readonly entity: Entity;
  readonly scope: PythonScope;
}

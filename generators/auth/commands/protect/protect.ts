import { hasLayer, type Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import {
  askedEntity,
  defineGenerator,
  entityArgument,
  flag,
  list,
  requireField,
  text,
  type Asked,
} from '@hut/kit';

/** Who may call the routes of an entity. */
export const protect = defineGenerator({
  id: 'protect',
  command: 'itself',
  summary: 'Who may call the routes of an entity: who is logged in, some roles, or everyone',
  arguments: [entityArgument],
  options: {
    roles: list(null, [], 'Only who has one of these roles'),
    public: flag(false, 'Everyone'),
    owner: text('', 'The relation to who made a record, and alone may change it'),
  },
  amend: protectEntity,
});

function protectEntity(asked: Asked): readonly Splice[] {
  const { values, written } = asked;
  const entity = askedEntity(asked);
  if (written(['features', 'auth']) === undefined) throw noGuard();
  if (!hasLayer(entity, 'endpoint')) throw noRoutes(entity.name);
  const path = ['entities', entity.name, 'endpoint'];
  const owner = String(values['owner'] ?? '');
  if (owner !== '') requireField(entity, owner);
  return [
    { set: [...path, 'access'], value: toAccess(asked) },
    ...(owner === '' ? [] : [{ set: [...path, 'owner'], value: owner }]),
  ];
}

function toAccess({ values }: Asked): unknown {
  const roles = values['roles'] as readonly string[] | undefined;
  const isPublic = values['public'] === true;
  if (roles === undefined || roles.length === 0) return isPublic ? 'public' : 'login';
  if (!isPublic) return roles;
  throw new HutError({
    id: 'option',
    message: 'Routes are for everyone, or for some roles',
    hint: 'Give --public or --roles, not both.',
  });
}

function noGuard(): HutError {
  return new HutError({
    id: 'needed',
    message: 'Nobody logs in to this project',
    hint: 'Add that first: hut add auth',
  });
}

function noRoutes(name: string): HutError {
  return new HutError({
    id: 'no-layer',
    message: `${name} has no routes`,
    hint: `Add them: hut add endpoint ${name}`,
  });
}

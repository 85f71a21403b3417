import { hasLayer, type Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { askedEntity, requireField, type Asked } from '@hut/kit';

/** What hut.yaml then says of the routes of an entity. Throws HutError for one without routes, and without a login. */
export function protectEntity(asked: Asked): readonly Splice[] {
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

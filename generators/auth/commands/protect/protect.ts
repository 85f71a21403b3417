import { defineGenerator, entityArgument, flag, list, text } from '@hut/kit';
import { protectEntity } from './protect-entity.ts';

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

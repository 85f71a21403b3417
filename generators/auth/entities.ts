import type { Values } from '@hut/kit';

/** What is stored of users and their sessions, as hut.yaml would say it. */
export function bringEntities(options: Values): Readonly<Record<string, unknown>> {
  const user = String(options['user-model']);
  const hasProviders = (options['providers'] as readonly string[]).length > 0;
  return {
    [user]: USER,
    LoginSession: {
      fields: {
        user: `${user}:cascade`,
        sid: 'string:64:unique:private',
        user_agent: 'string:200:optional',
        last_used_at: 'datetime:default=now',
        expires_at: 'datetime',
        revoked_at: 'datetime:optional',
      },
    },
    OneTimeToken: {
      fields: {
        user: `${user}:cascade`,
        purpose: 'string:20',
        token_hash: 'string:64:unique:private',
        // Hash of what only the browser knows that the token was made for.
        binding: 'string:64:optional:private',
        expires_at: 'datetime',
        used_at: 'datetime:optional',
      },
    },
    RefreshToken: {
      fields: {
        session: 'LoginSession:cascade',
        token_hash: 'string:64:unique:private',
        expires_at: 'datetime',
        used_at: 'datetime:optional',
      },
    },
    ...(hasProviders ? { LinkedIdentity: toLinkedIdentity(user) } : {}),
  };
}

/** The role of who may do everything that routes of the project offer to roles. */
export const ADMIN = 'admin';

/** What auth needs to know of a user. */
export const USER = {
  fields: {
    email: 'email:unique',
    password_hash: 'string:255:optional:private',
    verified_at: 'datetime:optional:readonly',
    active: 'bool:default=true',
    roles: 'json:optional:private',
  },
  layers: 'schema',
  // Where its routes are built, they are not for everybody who has an account.
  endpoint: { access: [ADMIN] },
};

function toLinkedIdentity(user: string): object {
  return {
    fields: { user: `${user}:cascade`, provider: 'string:50', subject: 'string:255' },
    unique: [['provider', 'subject']],
  };
}

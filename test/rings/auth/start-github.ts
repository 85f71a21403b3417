import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Server } from './start-oidc-provider.ts';

/** Who is signed in there. */
export interface GithubPerson {
  id: number;
  email: string;
  verified: boolean;
}

/** A server shaped as GitHub is: codes that work once, errors with the status 200, no id_token, and an API that says who it is. */
export async function startGithub(person: GithubPerson): Promise<Server> {
  const grants = new Map<string, URLSearchParams>();
  const tokens = new Set<string>();
  const routes: Readonly<Record<string, (asked: Asked) => Answer>> = {
    '/login/oauth/authorize': ({ query }) => {
      const code = randomUUID();
      grants.set(code, query);
      const back = new URL(query.get('redirect_uri')!);
      back.search = new URLSearchParams({ code, state: query.get('state')! }).toString();
      return { status: 302, location: back.href };
    },
    '/login/oauth/access_token': ({ body }) => {
      const grant = grants.get(body.get('code') ?? '');
      grants.delete(body.get('code') ?? '');
      if (grant === undefined || !isProven(grant, body))
        return { json: { error: 'bad_verification_code' } };
      const token = randomUUID();
      tokens.add(token);
      return { json: { access_token: token, token_type: 'bearer', scope: 'user:email' } };
    },
    '/user': ({ bearer }) =>
      tokens.has(bearer) ? { json: { id: person.id, login: 'ada', email: null } } : refused,
    '/user/emails': ({ bearer }) =>
      tokens.has(bearer)
        ? { json: [{ email: person.email, primary: true, verified: person.verified }] }
        : refused,
  };
  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      const { status = 200, location, json } = (routes[asked.path] ?? (() => missing))(asked);
      const where = location === undefined ? {} : { location };
      response.writeHead(status, { 'content-type': 'application/json', ...where });
      response.end(json === undefined ? '' : JSON.stringify(json));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: URLSearchParams;
  readonly bearer: string;
}

interface Answer {
  readonly status?: number;
  readonly location?: string;
  readonly json?: unknown;
}

const refused: Answer = { status: 401, json: { message: 'Bad credentials' } };
const missing: Answer = { status: 404, json: { message: 'Not Found' } };

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url!, 'http://here');
  const bearer = (request.headers.authorization ?? '').replace('Bearer ', '');
  return {
    path: pathname,
    query: searchParams,
    body: new URLSearchParams(await text(request)),
    bearer,
  };
}

/** PKCE: who brings the code is who asked for it. */
function isProven(grant: URLSearchParams, body: URLSearchParams): boolean {
  const verifier = body.get('code_verifier') ?? '';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return (
    grant.get('code_challenge_method') === 'S256' &&
    grant.get('code_challenge') === challenge &&
    grant.get('redirect_uri') === body.get('redirect_uri')
  );
}

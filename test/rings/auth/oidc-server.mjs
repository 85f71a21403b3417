/** A process: the OpenID provider of npm's oidc-provider, as an organisation would run it. `node oidc-server.mjs <package> <port> <callback>` */
import { pathToFileURL } from 'node:url';

const [entry, port, callback] = process.argv.slice(2);
const { default: Provider } = await import(pathToFileURL(entry).href);

const people = {
  ada: { email: 'ada@example.org', email_verified: true },
  eve: { email: 'ada@example.org', email_verified: false },
};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'shop', client_secret: 'a secret of both', redirect_uris: [callback] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  pkce: { required: () => true },
  cookies: { keys: ['of this run'] },
});
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('listens\n'));

/** One cookie, and which requests carry it. */
interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** What became of a request. */
export interface Page {
  readonly status: number;
  /** Where it sends the browser; null for a page. */
  readonly location: string | null;
  readonly text: string;
}

interface Sent {
  readonly method?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly token?: string;
}

/** A browser: it keeps cookies by host, name and path, and goes where it is sent until it is told to stop. */
export function openBrowser() {
  const jar = new Map<string, Cookie>();

  async function send(url: string, sent: Sent = {}): Promise<Page> {
    const { hostname, pathname } = new URL(url);
    const body = toBody(sent);
    const answer = await fetch(url, {
      method: sent.method ?? (body === null ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        cookie: cookiesFor(jar, hostname, pathname),
        ...(sent.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sent.token === undefined ? {} : { authorization: `Bearer ${sent.token}` }),
      },
      ...(body === null ? {} : { body }),
    });
    for (const line of answer.headers.getSetCookie()) keep(jar, hostname, line);
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      location: location === null ? null : new URL(location, url).href,
      text: await answer.text(),
    };
  }

  /** Follows redirects from a page up to the first that leads to `stop`, or until there is a page. */
  async function follow(page: Page, stop: (url: string) => boolean = () => false): Promise<Page> {
    let at = page;
    while (at.location !== null && !stop(at.location)) at = await send(at.location);
    return at;
  }

  return { jar, send, follow };
}

/** A browser. */
export type Browser = ReturnType<typeof openBrowser>;

function toBody({ form, json }: Sent): URLSearchParams | string | null {
  if (form !== undefined) return new URLSearchParams(form);
  return json === undefined ? null : JSON.stringify(json);
}

function cookiesFor(jar: ReadonlyMap<string, Cookie>, host: string, path: string): string {
  return [...jar]
    .filter(([key, cookie]) => key.startsWith(`${host} `) && path.startsWith(cookie.path))
    .map(([key, { value }]) => `${key.split(' ')[1]}=${value}`)
    .join('; ');
}

function keep(jar: Map<string, Cookie>, host: string, line: string): void {
  const [pair = '', ...attributes] = line.split(/; */);
  const [name, value = ''] = pair.split(/=(.*)/s);
  const said = new Map(
    attributes.map((each) => each.toLowerCase().split('=') as [string, string | undefined]),
  );
  const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
  const key = `${host} ${name} ${path}`;
  if (Date.parse(said.get('expires') ?? '') < Date.now()) jar.delete(key);
  else jar.set(key, { value, path });
}

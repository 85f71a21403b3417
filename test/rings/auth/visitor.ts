import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** What came back, and how long that took. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly milliseconds: number;
}

export interface Asked {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as the bearer. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody with an address of their own, who keeps the connection. */
export interface Visitor {
  /** `POST /api/v1/auth/login`, to one of the processes. */
  readonly ask: (line: string, asked?: Asked, process?: number) => Promise<Answer>;
  readonly close: () => void;
}

let visitors = 0;

/**
 * Somebody who never came before: all of 127.0.0.0/8 is loopback, and fetch cannot choose the address that it comes
 * from.
 */
export function newVisitor(processes: readonly string[], address = nextAddress()): Visitor {
  const agent = new Agent({ keepAlive: true, localAddress: address });
  return {
    ask: (line, asked = {}, process = 0) => {
      const [method, path] = line.split(' ') as [string, string];
      return send(agent, method, `${processes[process]!}${path}`, asked);
    },
    close: () => agent.destroy(),
  };
}

function nextAddress(): string {
  visitors += 1;
  return `127.1.${visitors >> 8}.${visitors & 255}`;
}

function send(agent: Agent, method: string, url: string, asked: Asked): Promise<Answer> {
  const [type, body] = toBody(asked);
  const bearer = asked.token === undefined ? {} : { Authorization: `Bearer ${asked.token}` };
  const length = { 'Content-Length': String(Buffer.byteLength(body)) };
  const headers = { ...type, ...length, ...bearer, ...asked.headers };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(url, { agent, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const milliseconds = performance.now() - started;
        resolve({ status: answer.statusCode!, headers: answer.headers, text, milliseconds });
      });
    });
    sent.on('error', (error) => {
      // The server ends connections on which nothing came for five seconds, maybe just now.
      if (sent.reusedSocket) resolve(send(agent, method, url, asked));
      else reject(error);
    });
    sent.end(body);
  });
}

function toBody({ body, form }: Asked): readonly [Readonly<Record<string, string>>, string] {
  if (form !== undefined)
    return [
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      new URLSearchParams(form).toString(),
    ];
  if (body !== undefined) return [{ 'Content-Type': 'application/json' }, JSON.stringify(body)];
  return [{}, ''];
}

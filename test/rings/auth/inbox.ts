import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody finds in their mails. */
export interface Inbox {
  /** Waits for the next mail to an address, and returns its text. Throws when none comes in ten seconds. */
  readonly next: (address: string) => Promise<string>;
}

/** Reads what a mail sink took. */
export function openInbox(folder: string): Inbox {
  const seen = new Set<string>();
  const unread = new Map<string, string[]>();
  return {
    next: async (address) => {
      const end = Date.now() + 10_000;
      while (Date.now() < end) {
        fetchMails(folder, seen, unread);
        const mail = unread.get(address)?.shift();
        if (mail !== undefined) return mail;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`No mail comes to ${address}`);
    },
  };
}

/** Oldest first: the name of a file begins with its time. */
function fetchMails(folder: string, seen: Set<string>, unread: Map<string, string[]>): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder).filter((name) => !seen.has(name));
  for (const name of names.sort()) {
    seen.add(name);
    const mail = readFileSync(join(folder, name), 'utf8');
    const [, address = ''] = /^To: (.*)$/m.exec(mail) ?? [];
    unread.set(address, [...(unread.get(address) ?? []), toText(mail)]);
  }
}

function toText(mail: string): string {
  const [head = '', ...body] = mail.split('\n\n');
  const text = body.join('\n\n');
  if (!/^content-transfer-encoding: quoted-printable$/imu.test(head)) return text;
  return text
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** What the link in a mail carries. Throws when there is none, or it leads elsewhere. */
export function tokenIn(text: string, site: string): string {
  const [link] = /https?:\/\/\S+/.exec(text) ?? [];
  if (!link?.startsWith(`${site}/`)) throw new Error(`There is no link to ${site}:\n${text}`);
  return new URLSearchParams(new URL(link).hash.slice(1)).get('token')!;
}

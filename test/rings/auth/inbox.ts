import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody finds in their mails. */
export interface Inbox {
  /** Waits for the next mail to an address, and returns its text. Throws when none comes in ten seconds. */
  readonly next: (address: string) => Promise<string>;
}

/** Reads what a mail sink took. */
export function openInbox(folder: string): Inbox {
  const read = new Set<string>();
  return {
    next: async (address) => {
      for (let attempt = 0; attempt < 500; attempt++) {
        for (const name of unread(folder, read)) {
          const mail = readFileSync(join(folder, name), 'utf8');
          if (!mail.includes(`To: ${address}\n`)) continue;
          read.add(name);
          return toText(mail);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`No mail comes to ${address}`);
    },
  };
}

/** Oldest first: the name of a mail begins with its time. */
function unread(folder: string, read: ReadonlySet<string>): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !read.has(name))
    .sort();
}

function toText(mail: string): string {
  const [head = '', ...body] = mail.split('\n\n');
  const text = body.join('\n\n');
  if (!/^content-transfer-encoding: quoted-printable$/imu.test(head)) return text;
  return text
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The link in a mail. Throws when there is none, or it leads elsewhere. */
export function linkIn(text: string, site: string): string {
  const [link] = /https?:\/\/\S+/.exec(text) ?? [];
  if (!link?.startsWith(`${site}/`)) throw new Error(`There is no link to ${site}:\n${text}`);
  return link;
}

/** What the link carries. */
export function tokenIn(text: string, site: string): string {
  return new URLSearchParams(new URL(linkIn(text, site)).hash.slice(1)).get('token')!;
}

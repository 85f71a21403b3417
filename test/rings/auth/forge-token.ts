import { createHmac } from 'node:crypto';

type Values = Readonly<Record<string, unknown>>;

/** How a token differs from the one that was issued; `undefined` takes a value out. */
export interface Forgery {
  readonly header?: Values;
  readonly claims?: Values;
  /** Instead of the key of the site; null signs nothing. */
  readonly key?: string | null;
}

const HASHES: Readonly<Record<string, string>> = {
  HS256: 'sha256',
  HS384: 'sha384',
  HS512: 'sha512',
};

/** A token as it was issued but for what is said, rightly signed for what its header says. */
export function forgeToken(issued: string, siteKey: string, forgery: Forgery): string {
  const { header, claims, key = siteKey } = forgery;
  const said = { ...headerOf(issued), ...header };
  const text = [said, { ...claimsOf(issued), ...claims }].map(encode).join('.');
  const hash = HASHES[String(said['alg'])];
  if (hash === undefined || key === null) return `${text}.`;
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
}

/** What a token says, whoever signed it. */
export function claimsOf(token: string): Values {
  return decode(token.split('.')[1]!);
}

function headerOf(token: string): Values {
  return decode(token.split('.')[0]!);
}

function encode(values: Values): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decode(part: string): Values {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Values;
}

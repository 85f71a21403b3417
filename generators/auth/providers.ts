/** How a provider stands in hut.yaml. */
export const PROVIDERS = {
  pattern: String.raw`google|github|[a-z][a-z0-9_]{0,29}=https://[^\s"'\\]+`,
  expects: 'google, github, or the issuer of another one: work=https://sso.example.com',
} as const;

/** One that users sign in with. */
export interface Provider {
  /** As it stands in paths and settings: `google`. */
  readonly name: string;
  /** Where its OpenID configuration is; null for one that speaks OAuth alone. */
  readonly issuer: string | null;
}

/** Providers whose issuer is known. */
const KNOWN: Readonly<Record<string, string | null>> = {
  github: null,
  google: 'https://accounts.google.com',
};

/** The providers that hut.yaml lists, by name. */
export function toProviders(items: readonly string[]): readonly Provider[] {
  return items
    .map((item) => {
      const [name = '', issuer] = item.split(/=(.*)/su);
      return { name, issuer: issuer ?? KNOWN[name] ?? null };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a provider can be named without its issuer. */
export function isKnown(name: string): boolean {
  return Object.hasOwn(KNOWN, name);
}

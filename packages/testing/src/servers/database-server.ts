/** A database server for tests, with the driver that generated projects use. */
export interface DatabaseServer {
  /** URL of a database there, whether it exists or not. */
  readonly url: (database: string) => string;
  /** Ends the server and removes its files when it was started for the test; one that was given stays. */
  readonly stop: () => Promise<void>;
}

/** The server that an environment variable names (`PG_URL`), or null. Throws when its value is no URL. */
export function findGivenServer(variable: string, scheme: string): DatabaseServer | null {
  const given = process.env[variable];
  if (given === undefined) return null;
  const parts = /^[\w+]+:\/\/([^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(given);
  if (parts === null)
    throw new Error(`${variable} is no URL: ${scheme}://user:password@host:port/`);
  const [, authority, query = ''] = parts;
  return {
    url: (database) => `${scheme}://${authority}/${database}${query}`,
    stop: () => Promise.resolve(),
  };
}

import {
  backingServiceKind,
  secretKind,
  serviceUrl,
  settingKind,
  type Assembled,
  type BackingService,
} from '@hut/render';

/** The servers without which the project does not work: what has a default needs none. */
export function toServers(assembled: Assembled): readonly BackingService[] {
  const given = new Set(settingsToGive(assembled).map(({ name }) => name));
  const servers = assembled.of(backingServiceKind);
  return servers.filter(({ urls }) => urls.some(({ setting }) => given.has(setting)));
}

/** What the environment says, by name: settings, secrets that are none, and where the servers are. */
export function toEnvironment(
  assembled: Assembled,
  hostOf: (server: BackingService) => string,
): readonly (readonly [name: string, value: string])[] {
  const values = new Map([
    ...settingsToGive(assembled).map(
      ({ name, local, example }) => [name, local ?? example] as const,
    ),
    ...assembled
      .of(secretKind)
      .filter(({ isSetting }) => isSetting)
      .map(({ name, bytes }) => [name, 'known-to-all-in-ci-'.padEnd(bytes, 'x')] as const),
    ...toServers(assembled).flatMap((server) => urlsOf(server, hostOf(server))),
  ]);
  const variables = [...values].map(([name, value]) => [name.toUpperCase(), value] as const);
  return variables.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Those that have no default, or another value where people develop. */
function settingsToGive(assembled: Assembled) {
  const settings = assembled.of(settingKind);
  return settings.filter((setting) => setting.default === null || setting.local !== null);
}

function urlsOf(
  server: BackingService,
  host: string,
): readonly (readonly [name: string, value: string])[] {
  return server.urls.flatMap((url) => [
    [url.setting, serviceUrl(server, url, { host })] as const,
    ...(url.tests === undefined
      ? []
      : [
          [
            url.tests.variable,
            serviceUrl(server, { ...url, path: url.tests.path }, { host }),
          ] as const,
        ]),
  ]);
}

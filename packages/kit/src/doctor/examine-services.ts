import { backingServiceKind } from '@hut/render';
import type { ProjectState } from '../project-state.ts';
import { well, wrong, type Finding } from './finding.ts';
import { findServer, reachesServer } from './reaches-server.ts';
import { findSettingValue } from './setting-value.ts';

/** A server that does not answer by then is not there. */
const limit = 5000;

/** Whether the servers answer that the project needs, by the URLs in its settings. */
export async function examineServices(state: ProjectState): Promise<readonly Finding[]> {
  const services = state.assembled.of(backingServiceKind);
  return Promise.all(
    services.map(async ({ title, setting, start }) => {
      if (await reachesSetting(state, setting)) return well('service', title, 'answers');
      const what = `nobody answers at ${setting.toUpperCase()}`;
      return wrong('service', { where: title, what, fix: start });
    }),
  );
}

/** Whether a server answers at the URL of a setting; also where none is needed there. */
export async function reachesSetting(state: ProjectState, setting: string): Promise<boolean> {
  const service = state.assembled.of(backingServiceKind).find((one) => one.setting === setting);
  const url = findSettingValue(setting, state);
  const server = service && url !== undefined ? findServer(url, service.port) : undefined;
  return server === undefined || reachesServer(server, limit);
}

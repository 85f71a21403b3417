import { backingServiceKind, serviceStart, type BackingService } from '@hut/render';
import type { ProjectState } from '../project-state.ts';
import { well, wrong, type Finding } from './finding.ts';
import { findServer, reachesServer, type Server } from './reaches-server.ts';
import { findSettingValue } from './setting-value.ts';

/** A server that does not answer by then is not there. */
const limit = 5000;

/** Whether the servers answer that the project needs, by the URLs in its settings. */
export async function examineServices(state: ProjectState): Promise<readonly Finding[]> {
  const services = state.assembled.of(backingServiceKind);
  const asked = services.flatMap((service) =>
    service.urls.map(({ setting }) => examineSetting(state, service, setting)),
  );
  return Promise.all(asked);
}

async function examineSetting(
  state: ProjectState,
  service: BackingService,
  setting: string,
): Promise<Finding> {
  const { title: where } = service;
  const server = findNamed(state, service, setting);
  if (server === undefined) return well('service', where, `${setting.toUpperCase()} needs none`);
  if (await reachesServer(server, limit)) return well('service', where, 'answers');
  const what = `nobody answers at ${setting.toUpperCase()}`;
  return wrong('service', { where, what, fix: serviceStart(service) });
}

/** Whether a server answers at the URL of a setting; also where none is needed there. */
export async function reachesSetting(state: ProjectState, setting: string): Promise<boolean> {
  const services = state.assembled.of(backingServiceKind);
  const service = services.find(({ urls }) => urls.some((url) => url.setting === setting));
  const server = service && findNamed(state, service, setting);
  return server === undefined || reachesServer(server, limit);
}

/** The server that a setting names; a URL such as that of a file names none. */
function findNamed(
  state: ProjectState,
  service: BackingService,
  setting: string,
): Server | undefined {
  const url = findSettingValue(setting, state);
  return url === undefined ? undefined : findServer(url, service.port);
}

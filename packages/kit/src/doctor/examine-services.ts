import {
  backingServiceKind,
  outsideServiceKind,
  serviceStart,
  type Assembled,
  type BackingService,
  type OutsideService,
} from '@hut/render';
import type { ProjectState } from '../project-state.ts';
import { well, wrong, type Finding } from './finding.ts';
import { findServer, reachesServer, type Server } from './reaches-server.ts';
import { findSettingValue } from './setting-value.ts';

/** A server that does not answer by then is not there. */
const limit = 5000;

/** A server that a setting may name. */
interface Needed {
  readonly setting: string;
  readonly title: string;
  readonly portOf: (url: URL) => number | undefined;
  /** What mends it when nobody answers. */
  readonly fix: string;
}

/** Whether the servers answer that the project needs, by the URLs in its settings. */
export async function examineServices(state: ProjectState): Promise<readonly Finding[]> {
  return Promise.all(neededBy(state.assembled).map((needed) => examineNeeded(state, needed)));
}

/** Whether a server answers at the URL of a setting; also where none is needed there. */
export async function reachesSetting(state: ProjectState, setting: string): Promise<boolean> {
  const needed = neededBy(state.assembled).find((one) => one.setting === setting);
  const server = needed && findNamed(state, needed);
  return server === undefined || reachesServer(server, limit);
}

function neededBy(assembled: Assembled): readonly Needed[] {
  return [
    ...assembled.of(backingServiceKind).flatMap(toBackingNeeds),
    ...assembled.of(outsideServiceKind).map(toOutsideNeed),
  ];
}

function toBackingNeeds(service: BackingService): readonly Needed[] {
  const { title, port, urls } = service;
  const fix = serviceStart(service);
  return urls.map(({ setting }) => ({ setting, title, portOf: () => port, fix }));
}

function toOutsideNeed({ setting, title, ports }: OutsideService): Needed {
  const portOf = ({ protocol, search }: URL): number | undefined => {
    const scheme = protocol.slice(0, -1);
    return ports[`${scheme}${search}`] ?? ports[scheme];
  };
  const fix = `Mend ${setting.toUpperCase()} in .env, or look after the server that it names`;
  return { setting, title, portOf, fix };
}

async function examineNeeded(state: ProjectState, needed: Needed): Promise<Finding> {
  const { title: where, fix } = needed;
  const variable = needed.setting.toUpperCase();
  const server = findNamed(state, needed);
  if (server === undefined) return well('service', where, `${variable} needs none`);
  if (await reachesServer(server, limit)) return well('service', where, 'answers');
  return wrong('service', { where, what: `nobody answers at ${variable}`, fix });
}

/** The server that a setting names; a URL such as that of a file names none. */
function findNamed(state: ProjectState, { setting, portOf }: Needed): Server | undefined {
  const url = findSettingValue(setting, state);
  return url === undefined ? undefined : findServer(url, portOf);
}

import { assemble } from '../assemble.ts';
import {
  backingService,
  backingServiceKind,
  localEnvironment,
  serviceStart,
  serviceUrl,
  type BackingService,
} from './backing-service.ts';

const pond = {
  title: 'Pond',
  image: 'pond:1.2',
  port: 7,
  environment: { POND_NAME: 'a b' },
  password: { variable: 'POND_PASSWORD', local: 'koi' },
  health: ['fish', 'swim'],
  volume: '/water',
};
const url = (setting: string, path = '/1') => ({ setting, scheme: 'pond', user: 'ann', path });

function assembled(...of: readonly Partial<BackingService>[]): readonly BackingService[] {
  const contributions = of.map((about) => backingService('pond', { ...pond, urls: [], ...about }));
  const from = contributions.map((contribution, at) => ({ from: String(at), contribution }));
  return assemble(from).of(backingServiceKind);
}

describe('a backing service', () => {
  it('is one for all who need it, with the settings of each, whoever came first', () => {
    const [a, b] = [{ urls: [url('a_url')] }, { urls: [url('b_url'), url('a_url')] }];
    expect(assembled(a, b)).toEqual([
      { name: 'pond', ...pond, urls: [url('a_url'), url('b_url')] },
    ]);
    expect(assembled(b, a)).toEqual(assembled(a, b));
  });

  it('clashes with one that runs otherwise, and with one that says something else of a setting', () => {
    expect(() => assembled({}, { image: 'pond:2' })).toThrow('both contribute');
    expect(() => assembled({ urls: [url('a')] }, { urls: [url('a', '/2')] })).toThrow('both');
  });

  it('has a URL on this machine, and wherever else it runs', () => {
    const elsewhere = { host: 'pond', secret: '${SECRET}' };
    expect(serviceUrl(pond, url('a'))).toBe('pond://ann:koi@localhost:7/1');
    expect(serviceUrl(pond, url('a'), elsewhere)).toBe('pond://ann:${SECRET}@pond:7/1');
    const open = { ...pond, password: null };
    expect(serviceUrl(open, url('a'))).toBe('pond://ann@localhost:7/1');
    expect(serviceUrl(open, { ...url('a'), user: null })).toBe('pond://localhost:7/1');
  });

  it('is started by a line of shell, with its password', () => {
    const [service] = assembled({});
    expect(localEnvironment(service!)).toEqual({ POND_NAME: 'a b', POND_PASSWORD: 'koi' });
    expect(serviceStart(service!)).toBe(
      "docker run --detach --publish 127.0.0.1:7:7 --env 'POND_NAME=a b' --env POND_PASSWORD=koi pond:1.2",
    );
  });
});

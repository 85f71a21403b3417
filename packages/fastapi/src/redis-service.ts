import { backingService, type BackingService, type Contribution } from '@hut/render';

/** The one Redis of a project, whose URL stands in `setting`; features that share it have databases of their own, from 0. */
export function redisService(setting: string, database: number): Contribution<BackingService> {
  const urls = [{ setting, scheme: 'redis', user: null, path: `/${String(database)}` }];
  return backingService('redis', { ...redis, urls });
}

const redis = {
  title: 'Redis',
  image: 'redis:8.2.1',
  port: 6379,
  environment: {},
  password: null,
  health: ['redis-cli', 'ping'],
  volume: '/data',
} as const;

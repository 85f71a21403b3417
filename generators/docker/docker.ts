import { defineGenerator } from '@hut/kit';
import { contributeDocker } from './docker.fastapi.ts';

/** The project as an image, and all that it needs beside it. */
export const generator = defineGenerator({
  id: 'docker',
  feature: true,
  summary: 'An image of the project, and Compose files with every server and process that it needs',
  contribute: contributeDocker,
});

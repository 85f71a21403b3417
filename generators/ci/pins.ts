import { UV_VERSION } from '@hut/fastapi';

/** Actions of GitHub: a tag may be moved, a commit may not. */
export const ACTIONS = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  setupUv: 'astral-sh/setup-uv@20cfd1bf945f4377ade1205e4dbc17946fc9a30d # v10.0.1',
} as const;

/** With git and a compiler, which hooks and packages without wheels need; `$PYTHON` stands in its tag. */
export const UV_IMAGE = `ghcr.io/astral-sh/uv:${UV_VERSION}-python$PYTHON-trixie`;

/** What builds images on GitLab, and the daemon beside it. */
export const DOCKER_IMAGE = 'docker:28.5.1';

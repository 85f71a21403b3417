/** The uv that images and pipelines install. */
export const UV_VERSION = '0.13.9';

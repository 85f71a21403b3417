import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireProgram, requireUv, runTool } from '@hut/testing';

/*
 *     debootstrap -> python.tar -> python:<tag>   Debian and its Python, where no registry of images is
 *     uv of PyPI                -> uv:<tag>
 */

/** A store of images, and buildah, which builds without a daemon. */
export interface ImageStore {
  /** Returns what buildah printed; throws it when it fails. */
  readonly buildah: (args: readonly string[], cwd?: string) => string;
  /** The words by which buildah finds this store. */
  readonly words: readonly string[];
  readonly program: string;
  readonly close: () => void;
}

const kept = join(process.cwd(), '.cache', 'image');
const certificates = '/etc/ssl/certs/ca-certificates.crt';

/** A store that holds a stand-in for each image that the Dockerfile starts from. */
export function openImageStore(dockerfile: string): ImageStore {
  const folder = mkdtempSync(join(tmpdir(), 'hut-image-'));
  const program = requireProgram({ name: 'buildah', package: 'buildah' });
  const words = ['--root', join(folder, 'root'), '--runroot', join(folder, 'run')];
  words.push('--storage-driver', 'vfs');
  const buildah = (args: readonly string[], cwd = folder): string =>
    runTool(program, [...words, ...args], cwd);
  const [, python] = /^FROM (python:\S+)/m.exec(dockerfile)!;
  const [, uv] = /--from=(\S+\/uv:\S+)/.exec(dockerfile)!;
  makePython();
  copyFileSync(certificates, join(kept, 'certificates.crt'));
  copyFileSync(realpathSync(requireUv()), join(kept, 'uv'));
  const lines = [`ADD python.tar /`, `ADD certificates.crt ${certificates}`];
  makeImage(buildah, `docker.io/library/${python!}`, [
    ...lines,
    `ENV SSL_CERT_FILE=${certificates}`,
  ]);
  makeImage(buildah, uv!, ['COPY uv /uv']);
  return { buildah, words, program, close: () => rmSync(folder, { recursive: true }) };
}

function makeImage(buildah: ImageStore['buildah'], tag: string, lines: readonly string[]): void {
  writeFileSync(join(kept, 'Dockerfile'), ['FROM scratch', ...lines, ''].join('\n'));
  buildah(['bud', '--quiet', '--pull-never', '--isolation', 'chroot', '--tag', tag, kept]);
}

/** Debian with its Python, made once. */
function makePython(): void {
  mkdirSync(kept, { recursive: true });
  if (existsSync(join(kept, 'python.tar'))) return;
  const root = mkdtempSync(join(tmpdir(), 'hut-debian-'));
  const debootstrap = requireProgram({ name: 'debootstrap', package: 'debootstrap' });
  const include = '--include=python3,python3-venv,ca-certificates';
  runTool(debootstrap, ['--variant=minbase', include, 'bookworm', root], kept);
  spawnSync('ln', ['-s', '/usr/bin/python3', join(root, 'usr/local/bin/python')]);
  const without = ['var/cache/apt', 'var/lib/apt', 'proc', 'sys', 'dev'];
  const excluded = without.map((path) => `--exclude=./${path}`);
  runTool('tar', ['-C', root, '-cf', join(kept, 'python.tar'), ...excluded, '.'], kept);
  rmSync(root, { recursive: true });
}

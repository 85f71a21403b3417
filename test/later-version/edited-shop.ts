import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runVersion, type Version } from './run-version.ts';

/** A project of 0.1.0 that grew and that people worked on. */
export interface Shop {
  readonly root: string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Replaces every `from` in a file; throws when the file does not say it. */
  readonly edit: (path: string, from: string, to: string) => void;
  readonly drop: (path: string) => void;
  /** Runs a version of hut in it. */
  readonly hut: (version: Version, line: string) => ReturnType<typeof runVersion>;
  /** The same project once more. */
  readonly copy: () => Shop;
  readonly remove: () => void;
}

const sample = join(import.meta.dirname, '../../samples/shop/hut.yaml');

/** The sample shop as 0.1.0 builds it, in a temporary folder. */
export function buildShop(): Shop {
  const parent = mkdtempSync(join(tmpdir(), 'hut-upgrade-'));
  require(runVersion('0.1.0', `build shop --from ${sample} --yes --no-install --no-git`, parent));
  return toShop(parent);
}

function toShop(parent: string): Shop {
  const root = join(parent, 'shop');
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  return {
    root,
    read,
    write,
    edit: (path, from, to) => {
      if (!read(path).includes(from)) throw new Error(`${path} does not say ${from}`);
      write(path, read(path).replaceAll(from, to));
    },
    drop: (path) => rmSync(join(root, path)),
    hut: (version, line) => runVersion(version, line, root),
    copy: () => {
      const other = mkdtempSync(join(tmpdir(), 'hut-upgrade-'));
      cpSync(parent, other, { recursive: true });
      return toShop(other);
    },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

function require({ exitCode, stderr }: ReturnType<typeof runVersion>): void {
  if (exitCode !== 0) throw new Error(stderr);
}

/** What people do to a project: each of these edits meets something that 0.2.0 renders otherwise. */
export function workOn(shop: Shop): void {
  require(shop.hut('0.1.0', 'add field Tag colour:string:20:optional'));
  const { edit, write, read, drop } = shop;
  // Far from what changes.
  edit('app/services/product_service.py', '    def __init__(', `${discount}    def __init__(`);
  // Beside it: a dependency at the place where another one comes.
  edit(
    'pyproject.toml',
    '    "alembic>=1.18,<2",\n',
    '    "alembic>=1.18,<2",\n    "annotated-types>=0.7",\n',
  );
  // A method of ours that is called otherwise here.
  edit('app/core/repository.py', 'order_of', 'sorting_of');
  // Own code in a file that moves.
  write('app/core/pages.py', `${read('app/core/pages.py')}${cursor}`);
  // A file that nobody wants, and one that is all their own.
  drop('tests/test_tags.py');
  edit('hut.yaml', 'own: []', 'own: [AGENTS.md]');
  write('AGENTS.md', '# How we work\n');
  require(shop.hut('0.1.0', 'sync'));
}

const discount = `    async def discount(self, product: Product, percent: int) -> Product:
        product.price -= product.price * percent / 100
        return await self.save(product)

`;

const cursor = `

class Cursor(RequestModel):
    """Where the next page begins."""

    after: str
`;

/** The edits that meet the same line as 0.2.0, and the file that it has no more: only a person can decide. */
export function disagree({ edit }: Shop): void {
  edit(
    'app/services/order_service.py',
    'The place for business rules: override',
    'Ada looks after these rules: override',
  );
  edit('.editorconfig', 'max_line_length = 100', 'max_line_length = 88');
}

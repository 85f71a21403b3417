/** The recorded runs of this machine: `hut log`. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type Shop } from './open-shop.ts';

let shop: Shop;
beforeEach(async () => (shop = await openShop('add model Tag name')));
afterEach(() => shop.remove());

describe('hut log', () => {
  it('names the runs, newest first, with the day and the number of files', async () => {
    expect(await shop.done('log', 'app')).toMatch(
      /^000002 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}hut add model Tag name {2}\(\d+ files\)\n000001 {2}.* {2}hut build shop {2}\(\d+ files\)\n$/,
    );
  });

  it('says which run was taken back, and by which', async () => {
    await shop.done('undo');
    const [undo, tag, build] = (await shop.done('log')).split('\n');
    expect(undo).toMatch(/^000003 .* hut undo {2}\(\d+ files; takes back 000002\)$/);
    expect(tag).toMatch(/^000002 .* \(\d+ files; taken back\)$/);
    expect(build).toMatch(/^000001 .* \(\d+ files\)$/);
  });

  it('records no run that wrote nothing', async () => {
    const before = await shop.done('log');
    await shop.done('build');
    await shop.done('add model Label name --dry-run');
    await shop.hut('add model Tag name');
    expect(await shop.done('log')).toBe(before);
  });

  it('says that records are local, where there are none', async () => {
    rmSync(join(shop.root, '.hut/runs'), { recursive: true });
    expect(await shop.done('log')).toMatch(/^No run is recorded on this machine: .* not in git/);
    expect(await shop.json('log')).toEqual({ project: shop.root, runs: [] });
  });

  it.each(['{"id": ', '', '[]', '{"id": "000001"}'])(
    'names a damaged record, %j, and shows the others',
    async (text) => {
      shop.write('.hut/runs/000001/run.json', text);
      const [tag, build] = (await shop.done('log')).split('\n');
      expect(tag).toMatch(/^000002 .* hut add model Tag name/);
      expect(build).toMatch(/^000001 {2}.*\/\.hut\/runs\/000001\/run\.json: .+/);
    },
  );

  it('passes over what is no record', async () => {
    const before = await shop.done('log');
    mkdirSync(join(shop.root, '.hut/runs/notes'));
    expect(await shop.done('log')).toBe(before);
  });

  it('needs no readable hut.yaml', async () => {
    const before = await shop.done('log');
    shop.write('hut.yaml', '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n');
    expect(await shop.done('log')).toBe(before);
  });

  it('names the files of each run with --json, without what hut keeps for itself', async () => {
    const { runs } = (await shop.json('log')) as {
      runs: readonly { id: string; files: readonly string[] }[];
    };
    expect(runs).toMatchObject([
      { id: '000002', command: 'hut add model Tag name', state: null },
      { id: '000001', command: 'hut build shop', state: null },
    ]);
    expect(runs[0]!.files).toContain('app/models/tag.py');
    expect(runs[0]!.files.filter((path) => path.startsWith('.hut/'))).toEqual([]);
  });
});

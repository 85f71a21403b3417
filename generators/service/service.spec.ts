import { writtenValue } from '@hut/blueprint';
import { amendedBy } from '@hut/testing';
import { lookup } from '../lookup.ts';

const after = (...lines: string[]): Promise<string> => amendedBy(lookup, lines);

describe('hut add service', () => {
  it('is a layer of an entity, however it is spelled', async () => {
    const text = await after('add model BlogPost title', 'add service blog_posts');
    expect(writtenValue(text, ['entities', 'BlogPost', 'layers'])).toEqual(['model', 'service']);
    expect(writtenValue(text, ['services'])).toEqual([]);
  });

  it('is a service of its own where no entity has the name, in any order', async () => {
    const text = await after(
      'add service payment',
      'add service audit-trail',
      'add service Payment',
    );
    expect(writtenValue(text, ['services'])).toEqual(['AuditTrail', 'Payment']);
  });

  it('is undone by hut remove service, byte for byte', async () => {
    const before = await after('add model Article title', 'add service Mail');
    for (const name of ['Payment', 'Article'])
      expect(
        await amendedBy(lookup, [`add service ${name}`, `remove service ${name}`], before),
      ).toBe(before);
  });

  it.each([
    ['add service 2fa', 'blueprint'],
    ['add service a/b', 'blueprint'],
    ['remove service Paymnt', 'no-service'],
    ['add model Payment', 'blueprint'],
  ])('refuses %s', async (line, id) => {
    await expect(after('add service Payment', line)).rejects.toMatchObject({ id, exitCode: 3 });
  });
});

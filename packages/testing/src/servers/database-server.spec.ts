import { findGivenServer } from './database-server.ts';

describe('a server that is given', () => {
  afterEach(() => delete process.env.SOME_URL);

  it('is used with the driver of the projects, and not stopped', async () => {
    process.env.SOME_URL = 'mysql://me:secret@db:3306/mysql?ssl=true';
    const server = findGivenServer('SOME_URL', 'mysql+asyncmy')!;
    expect(server.url('shop')).toBe('mysql+asyncmy://me:secret@db:3306/shop?ssl=true');
    await server.stop();
  });

  it('is none when nothing is said, and refused when it is no URL', () => {
    expect(findGivenServer('SOME_URL', 'x')).toBeNull();
    process.env.SOME_URL = 'localhost';
    expect(() => findGivenServer('SOME_URL', 'x')).toThrow(/SOME_URL is no URL/);
  });
});

import type { Step } from './step.ts';

const carrier = 'app/services/carrier_service.py';

/** Things go again, and the second upgrade. */
export const winter: readonly Step[] = [
  [
    'Bob words the rules of a service otherwise',
    ({ edit }) => edit(carrier, 'Business rules stand here', '(Bob) carriers have their own rules'),
  ],
  [
    'its entity goes, and he lets go of his words',
    ({ hut, marks }) => {
      hut('remove crud Carrier', { [carrier]: 'next' });
      marks.delete('(Bob) carriers have their own rules');
    },
  ],
  ['a field goes', ({ hut }) => hut('remove field Product weight')],
  ['an entity is renamed', ({ hut }) => hut('rename model Supplier Vendor')],
  ['Ada gives her file back', ({ hut }) => hut('disown README.md')],
  [
    'Bob saves a file with the line ends of Windows',
    ({ read, write }) => {
      write('docs/notes.md', '# (Bob) notes\n');
      write(
        'app/services/tag_service.py',
        read('app/services/tag_service.py').replaceAll('\n', '\r\n'),
      );
    },
  ],
  ['that entity grows', ({ hut }) => hut('add field Tag priority:int:default=0')],
  ['the second upgrade', ({ upgradeTo }) => upgradeTo('0.3.0')],
  ['the last field of the year', ({ hut }) => hut('add field Customer vip:bool:default=false')],
  ['the database follows', ({ tool }) => void tool('alembic', 'upgrade', 'head')],
  [
    'nothing is left to do',
    ({ hut }) => {
      hut('sync');
      hut('build');
    },
  ],
];

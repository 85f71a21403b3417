import type { Step } from './step.ts';
import { takeSide } from './take-side.ts';

const both = (marked: string): string => takeSide(marked, 'both');

const orders = 'app/services/order_service.py';

/** What Ada writes on a branch. */
const rule = '(Ada) goods come and go';

/** Two branches, and the first upgrade. */
export const autumn: readonly Step[] = [
  [
    'a branch: movements of stock',
    ({ git, hut }) => {
      git('checkout', '--quiet', '-b', 'stock');
      hut('add crud Movement product:Product:cascade amount:int reason:string:80:optional');
    },
  ],
  [
    'on it, Ada writes a rule',
    ({ edit }) => {
      edit(
        'app/services/movement_service.py',
        '"""What can be done',
        `"""${rule}. What can be done`,
      );
    },
  ],
  [
    'meanwhile on main, another entity and a field',
    ({ git, hut, marks }) => {
      git('checkout', '--quiet', 'main');
      marks.delete(rule);
      hut('add crud Manager name:string:60');
      hut('add field Warehouse manager:Manager:optional');
    },
  ],
  [
    'git merges the branch, Ada keeps both sides, sync joins the migrations',
    ({ merge, hut, marks }) => {
      merge('stock', both);
      marks.add(rule);
      hut('sync');
    },
  ],
  [
    'another branch: a field of the same entity',
    ({ git, hut }) => {
      git('checkout', '--quiet', '-b', 'labels');
      hut('add field Product label:string:40:optional');
    },
  ],
  [
    'meanwhile another field of it on main',
    ({ git, hut }) => {
      git('checkout', '--quiet', 'main');
      hut('add field Product shelf:string:10:optional');
    },
  ],
  [
    'Bob merges and takes the other side wherever git asks',
    ({ merge, hut }) => {
      merge('labels', 'next', '-X', 'theirs');
      hut('sync');
    },
  ],
  ['the database follows', ({ tool }) => void tool('alembic', 'upgrade', 'head')],
  [
    'Bob says where rules stand in words of his own',
    ({ edit }) => edit(orders, 'The place for business rules', '(Bob) rules of orders go here'),
  ],
  [
    'the first upgrade has other words there: Bob keeps his',
    ({ upgradeTo }) => upgradeTo('0.2.0', { [orders]: 'mine' }),
  ],
  [
    'Ada calls a method that came with it',
    ({ edit }) => {
      edit(
        'app/services/product_service.py',
        '        await self.get(product_id)\n',
        '        await self.get(product_id, lock=True)  # (Ada) nobody changes it meanwhile\n',
      );
    },
  ],
  [
    'the project grows with the new version',
    ({ hut }) => hut('add crud Carrier name:string:60:unique'),
  ],
];

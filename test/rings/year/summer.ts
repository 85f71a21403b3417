import type { Step } from './step.ts';

const service = 'app/services/voucher_service.py';

/** More people: hut.yaml by hand, a release, second thoughts. */
export const summer: readonly Step[] = [
  [
    'Ada describes an entity in hut.yaml, and syncs',
    ({ edit, hut }) => {
      edit(
        'hut.yaml',
        '    layers: endpoint\nservices:',
        `    layers: endpoint
  Warehouse: # (Ada) where things are
    fields:
      town: string:80
      opened: date:optional
    layers: endpoint
services:`,
      );
      hut('sync');
    },
  ],
  [
    'Bob renames a field there by hand',
    ({ edit, hut }) => {
      edit('hut.yaml', '      town: string:80', '      city: string:80:was=town');
      hut('sync');
    },
  ],
  [
    'a field is added that nobody wants',
    ({ hut }) => hut('add field Warehouse fax:string:30:optional'),
  ],
  ['and taken back', ({ hut }) => hut('undo')],
  [
    'a change is planned, looked at, and applied',
    ({ say }) => {
      say('plan add field Warehouse capacity:int:default=0:min=0 -o ../plan.json --yes --json');
      say('apply ../plan.json');
    },
  ],
  [
    'Ada writes a middleware into the factory',
    ({ edit, write }) => {
      write(
        'app/middleware/timing.py',
        `"""(Ada) how long requests take."""

import time

from starlette.types import ASGIApp, Receive, Scope, Send


class TimingMiddleware:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.slowest = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        await self.app(scope, receive, send)
        self.slowest = max(self.slowest, time.perf_counter() - started)
`,
      );
      edit(
        'app/factory.py',
        'from app.middleware.unhandled_errors',
        'from app.middleware.timing import TimingMiddleware\nfrom app.middleware.unhandled_errors',
      );
      edit(
        'app/factory.py',
        '        Middleware(UnhandledErrorMiddleware),',
        '        Middleware(TimingMiddleware),  # (Ada) outside of what may fail\n        Middleware(UnhandledErrorMiddleware),',
      );
    },
  ],
  [
    'Ada writes a method into a service that she renames with its entity',
    ({ append, edit, hut }) => {
      edit(
        'app/services/coupon_service.py',
        'import CouponCreate, CouponUpdate',
        'import CouponCreate, CouponQuery, CouponUpdate',
      );
      append(
        'app/services/coupon_service.py',
        `
    async def count_active(self) -> int:
        """(Ada) those that can be used."""
        return sum(1 for coupon in (await self.list(CouponQuery())).items if coupon.active)
`,
      );
      hut('rename model Coupon Voucher');
      // What still says the old name was listed: the lines that she wrote or changed.
      edit(
        service,
        'CouponCreate, CouponQuery, CouponUpdate',
        'VoucherCreate, VoucherQuery, VoucherUpdate',
      );
      edit(
        service,
        'sum(1 for coupon in (await self.list(CouponQuery())).items if coupon.active)',
        'sum(1 for one in (await self.list(VoucherQuery())).items if one.active)',
      );
    },
  ],
  [
    'an enum gets a value',
    ({ hut }) => hut('change field Review.mood enum:happy,neutral,angry,sad:optional'),
  ],
  [
    'Bob moves the imports of a model around',
    ({ edit }) => {
      edit('app/models/order_line.py', '"""The table of', '"""(Bob) see the orders. The table of');
    },
  ],
  ['a field comes to that model', ({ hut }) => hut('add field OrderLine note:string:200:optional')],
  ['the database follows again', ({ tool }) => void tool('alembic', 'upgrade', 'head')],
  [
    'Ada keeps a file to herself',
    ({ edit, hut }) => {
      hut('own README.md');
      edit('README.md', '# ', '# (Ada) our ');
    },
  ],
  [
    'the description changes, and hers stays',
    ({ hut }) => hut('set description "Ten entities and a half"'),
  ],
  ['a layer is added to an entity that had none', ({ hut }) => hut('add endpoint Invoice')],
];

// Makes the CSV files in test/data/sales-pipeline: an invented sales history of the shape that real ones have,
// quirks included (deals without an account, a product written in two ways, blank dates). Seeded: the same each time.
//   node scripts/make-sales-data.mjs [deals]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'test', 'data', 'sales-pipeline');
const DEALS = Number(process.argv[2] ?? 900);

/** mulberry32: small, seeded, good enough for made-up sales. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(20261123);
const pick = (list) => list[Math.floor(random() * list.length)];
const between = (low, high) => low + Math.floor(random() * (high - low + 1));
const day = (from, days) => new Date(Date.UTC(2021, 0, 1 + from + days)).toISOString().slice(0, 10);

const FIRST = [
  'Asta',
  'Bram',
  'Celia',
  'Dario',
  'Edda',
  'Falk',
  'Greta',
  'Hiro',
  'Ines',
  'Joost',
  'Kaya',
  'Levi',
];
const LAST = ['Albrook', 'Brenner', 'Castellan', 'Dunmore', 'Eskildsen', 'Farrow'];
const SYLLABLES = ['Nor', 'Vel', 'Tam', 'Quin', 'Bra', 'Sol', 'Mer', 'Kal', 'Dun', 'Ost'];
const ENDINGS = ['dex', 'lane', 'works', 'tek', 'mark', 'wood', 'gate'];
const SECTORS = ['retail', 'medical', 'softwre', 'finance', 'energy', 'logistics'];
const COUNTRIES = ['Norway', 'Portugal', 'Japan', 'Kenya', 'Chile'];
const OFFICES = ['North', 'Coast', 'Inland'];

const agents = FIRST.map((first, index) => ({
  name: `${first} ${LAST[index % LAST.length]}`,
  office: OFFICES[index % 3],
}));
const products = [
  { name: 'Anvil One', series: 'Anvil', price: 480 },
  { name: 'Anvil Pro', series: 'Anvil', price: 5120 },
  { name: 'Bellows', series: 'Bellows', price: 62 },
  { name: 'Bellows Max', series: 'Bellows', price: 2950 },
];
// As sales people write them: one of them is not quite the product's name.
const written = ['Anvil One', 'AnvilPro', 'Bellows', 'Bellows Max'];
const accounts = [
  ...new Set(
    Array.from({ length: 60 }, () => pick(SYLLABLES) + pick(SYLLABLES).toLowerCase() + pick(ENDINGS)),
  ),
].slice(0, 24);

const ids = new Set();
function opportunityId() {
  let id;
  do id = Array.from({ length: 8 }, () => pick('ABCDEFGHJKLMNPQRSTUVWXYZ23456789')).join('');
  while (ids.has(id));
  ids.add(id);
  return id;
}

function deal() {
  const fate = random();
  const stage = fate < 0.48 ? 'Won' : fate < 0.76 ? 'Lost' : fate < 0.94 ? 'Engaging' : 'Prospecting';
  const product = Math.floor(random() * written.length);
  const engaged = between(0, 500);
  const isClosed = stage === 'Won' || stage === 'Lost';
  return [
    opportunityId(),
    pick(agents).name,
    written[product],
    random() < 0.16 ? '' : pick(accounts),
    stage,
    stage === 'Prospecting' ? '' : day(engaged, 0),
    isClosed ? day(engaged, between(0, 140)) : '',
    stage === 'Won'
      ? Math.round(products[product].price * (0.8 + random() * 0.4))
      : stage === 'Lost'
        ? 0
        : '',
  ];
}

function write(name, header, rows) {
  writeFileSync(join(folder, `${name}.csv`), [header, ...rows].map((row) => `${row.join(',')}\n`).join(''));
}

mkdirSync(folder, { recursive: true });
write(
  'accounts',
  ['account', 'sector', 'year_established', 'revenue', 'employees', 'office_location', 'subsidiary_of'],
  accounts.map((account) => [
    account,
    pick(SECTORS),
    between(1975, 2018),
    (between(500, 900000) / 100).toFixed(2),
    between(5, 9000),
    pick(COUNTRIES),
    '',
  ]),
);
write(
  'products',
  ['product', 'series', 'sales_price'],
  products.map(({ name, series, price }) => [name, series, price]),
);
write(
  'sales_teams',
  ['sales_agent', 'manager', 'regional_office'],
  agents.map(({ name, office }) => [name, 'Wim Oakes', office]),
);
write(
  'sales_pipeline',
  [
    'opportunity_id',
    'sales_agent',
    'product',
    'account',
    'deal_stage',
    'engage_date',
    'close_date',
    'close_value',
  ],
  Array.from({ length: DEALS }, deal),
);

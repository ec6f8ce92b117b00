// What the invented company and its customers are called. It sells sensors for warehouses. Domains end in .example,
// and the telephone numbers are of the ranges kept for fiction.

export interface Region {
  team: string;
  sellers: readonly string[];
  currency: string;
  places: readonly { city: string; country: string }[];
  phone: string;
}

export const REGIONS: readonly Region[] = [
  {
    team: 'Americas',
    sellers: ['Nora Whitfield', 'Caleb Osei', 'Marisol Vega', 'Theo Lindqvist'],
    currency: 'USD',
    places: [
      { city: 'Denver', country: 'United States' },
      { city: 'Toronto', country: 'Canada' },
      { city: 'Atlanta', country: 'United States' },
      { city: 'Monterrey', country: 'Mexico' },
    ],
    phone: '+1 202 555 01',
  },
  {
    team: 'Europe',
    sellers: ['Ilse Brandt', 'Matteo Ricci', 'Aoife Brennan', 'Jakub Nowak'],
    currency: 'EUR',
    places: [
      { city: 'Rotterdam', country: 'Netherlands' },
      { city: 'Hamburg', country: 'Germany' },
      { city: 'Lyon', country: 'France' },
      { city: 'Gdansk', country: 'Poland' },
    ],
    phone: '+44 20 7946 09',
  },
  {
    team: 'Asia Pacific',
    sellers: ['Haruka Sato', 'Priya Raman', 'Liam Tane', 'Wei Ling Chua'],
    currency: 'USD',
    places: [
      { city: 'Singapore', country: 'Singapore' },
      { city: 'Melbourne', country: 'Australia' },
      { city: 'Osaka', country: 'Japan' },
      { city: 'Auckland', country: 'New Zealand' },
    ],
    phone: '+61 2 5550 10',
  },
];

/** `days`: how long a sale takes as a rule; `seats`: how many are bought at once. */
export const PRODUCTS = [
  { name: 'Beacon', price: 89, seats: [20, 200], days: 30, appeal: 0.1 },
  { name: 'Beacon Pro', price: 240, seats: [20, 150], days: 45, appeal: 0.05 },
  { name: 'Dock Gateway', price: 1450, seats: [2, 20], days: 55, appeal: 0 },
  { name: 'Fleet Suite', price: 24000, seats: [1, 4], days: 95, appeal: -0.1 },
  { name: 'Care Plan', price: 3600, seats: [1, 5], days: 20, appeal: 0.2 },
] as const;

export const INDUSTRIES = ['Logistics', 'Retail', 'Food', 'Pharmaceuticals', 'Automotive', 'Electronics'];
export const NAME_BEGINNINGS = ['North', 'Blue', 'Silver', 'Harbor', 'Maple', 'Cedar', 'Stone', 'River'];
export const NAME_MIDDLES = ['gate', 'field', 'crest', 'line', 'bridge', 'haven', 'ridge', 'port'];
export const NAME_ENDINGS = ['Logistics', 'Freight', 'Stores', 'Foods', 'Supply', 'Group', 'Industries'];
export const FIRST_NAMES = [
  ...[
    'Amara',
    'Bruno',
    'Chiara',
    'Diego',
    'Elin',
    'Farid',
    'Grace',
    'Hugo',
    'Imani',
    'Jonas',
    'Keiko',
    'Luca',
  ],
  ...['Mina', 'Nils', 'Olga', 'Paulo', 'Rosa', 'Samir', 'Tessa', 'Umar', 'Vera', 'Willem', 'Yara', 'Zoe'],
];
export const LAST_NAMES = [
  ...['Abbott', 'Bianchi', 'Cho', 'Duarte', 'Ekström', 'Fischer', 'Garcia', 'Haddad', 'Ivanova', 'Jansen'],
  ...['Kim', 'Larsen', 'Moreau', 'Nakamura', 'Okafor', 'Petrov', 'Quinn', 'Rossi', 'Schmidt', 'Tanaka'],
];
export const POSITIONS = [
  { title: 'Head of Operations', department: 'Operations' },
  { title: 'Warehouse Manager', department: 'Operations' },
  { title: 'Purchasing Manager', department: 'Purchasing' },
  { title: 'IT Director', department: 'IT' },
  { title: 'Chief Financial Officer', department: 'Finance' },
];
export const LEAD_SOURCES = ['Referral', 'Website', 'Trade fair', 'Cold call', 'Partner'];

export const WON_REASONS = ['Best fit', 'Price', 'Quick delivery', 'Service', 'Good pilot'];
export const LOST_REASONS = ['Price', 'No budget', 'Chose a competitor', 'No decision', 'Missing feature'];

/** What happens on the way of a deal, in this order. `minutes` are none for what takes none. */
export const TOUCHES = [
  { type: 'call', subject: 'First call', minutes: 20 },
  { type: 'meeting', subject: 'Demonstration', minutes: 60 },
  { type: 'email', subject: 'Offer sent', minutes: undefined },
  { type: 'call', subject: 'Questions about the offer', minutes: 30 },
  { type: 'meeting', subject: 'Terms', minutes: 45 },
  { type: 'note', subject: 'What was learnt', minutes: undefined },
] as const;
export const OPEN_TASKS = [
  'Call back',
  'Send the offer',
  'Arrange the pilot',
  'Send references',
  'Agree on terms',
];
export const CLOSED_TASKS = { won: 'Plan the delivery', lost: 'Ask what went wrong' } as const;

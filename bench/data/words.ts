// What invented people, companies and their business are called. Domains end in .example, and the telephone numbers are of
// ranges kept for fiction. Lists are in order: the first words are the most frequent.

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const phrases = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const FIRST_NAMES = words(`
  Maria James Anna John Michael Sarah David Laura Thomas Emma Peter Julia Robert Sofia Daniel Linda Martin Elena Paul Nina
  Andreas Eva Carlos Claire Stefan Alice Mohammed Ingrid Luca Fatima Jan Olivia Marco Hannah José Katarina Kevin Grace Pierre
  Amélie Hiroshi Yuki Chen Wei Priya Arjun Olga Dmitri Sven Astrid Björn Søren Lars Mette Jürgen Käthe Émile Zoë Chloé André
  Renée François Hélène Ramón Inés Núria Íñigo João Conceição Luís Mónica Tomasz Agnieszka Łukasz Paweł Zuzana Jiří Ondřej
  Ágnes László Gábor Ștefan Ioana Dragan Milica Ahmet Ayşe Mehmet Leyla Omar Layla Youssef Amina Kwame Ama Chidi Ngozi Thabo
  Lerato Nguyen Linh Somchai Malee Budi Siti Rahul Anjali Ravi Lakshmi Min-jun Seo-yeon Haruto Sakura Diego Valentina Mateo
  Camila Lucas Beatriz Rafael Larissa Liam Aoife Declan Niamh Hamish Isla Gareth Carys Noah Ella Ethan Mia Logan Zara Felix
  Greta Otto Frieda Emil Ida Oskar Alma Hugo Signe Theo Vera Aron Saga Leo Tilda Nils Ebba Axel Tuva Elias Maja
`);

const LAST_BEGINNINGS = words(`
  Ander John Smith Berg Wester Lind Nor Eriks Hol Stein Schwarz Grün Brenn Falk Hart Whit Black Brown Green Wood Ash Fair
  Hay Brad Clark Dun Ell Fitz Gal Hamp King Lang Mac Mont Oak Park Ral Sand Thorn Under Van Wal York Kowal Nowak Novák Horv
  Ferr Ross Bian Mart Garc Fern Silv Perei Souz Tana Suzu Naka Yama Kim Choi Wang Zhao Patel Shar Gup Khan Haddad Nasser
  Okaf Mens Dlam Petr Ivan Smirn Kuzn
`);
const LAST_ENDINGS = words(
  `son sen man berg ström ton ley ford well field stein er s ini ez es ov ova ski i a o ard ell worth dale`,
);

/** Some two thousand. */
export const LAST_NAMES = LAST_ENDINGS.flatMap((ending) =>
  LAST_BEGINNINGS.map((beginning) => beginning + ending),
);

export const COMPANY_BEGINNINGS = words(`
  North South East West Blue Red Silver Golden Green Bright Clear Swift Prime First Grand Royal Global Inter Trans Euro Pan
  Alpine Baltic Nordic Iber Atlantic Pacific Harbor River Lake Stone Iron Copper Cedar Maple Oak Birch Willow Falcon Eagle
  Heron Otter Fox Lynx Apex Vertex Nova Terra Aqua Helio Lumen Quant Cyber Digi Micro Mega Omni Uni Tri Poly
`);
export const COMPANY_MIDDLES = words(`
  gate field crest line bridge haven ridge port wave point mark path light works craft forge source stream link net soft data
  logic metric scale grid core base peak view land dale brook mill wood water stone hill
`);
export const COMPANY_ENDINGS = phrases(`
  GmbH
  Ltd
  Inc
  Group
  & Sons
  Logistics
  Technologies
  Industries
  Consulting
  Foods
  Energy
  Systems
  Partners
  Medical
  Retail
  Software
  Solutions
  Holdings
  Freight
  Engineering
`);
export const INDUSTRIES = phrases(`
  Software
  Manufacturing
  Retail
  Financial services
  Health care
  Logistics
  Construction
  Food
  Energy
  Education
  Automotive
  Telecommunications
  Media
  Chemicals
  Agriculture
  Public sector
`);
export const PLACES = [
  ['London', 'United Kingdom'],
  ['New York', 'United States'],
  ['Berlin', 'Germany'],
  ['Paris', 'France'],
  ['Chicago', 'United States'],
  ['Munich', 'Germany'],
  ['Amsterdam', 'Netherlands'],
  ['Madrid', 'Spain'],
  ['Zürich', 'Switzerland'],
  ['Stockholm', 'Sweden'],
  ['Warsaw', 'Poland'],
  ['Milan', 'Italy'],
  ['Vienna', 'Austria'],
  ['Dublin', 'Ireland'],
  ['Toronto', 'Canada'],
  ['Singapore', 'Singapore'],
  ['São Paulo', 'Brazil'],
  ['Sydney', 'Australia'],
  ['Tokyo', 'Japan'],
  ['Mumbai', 'India'],
  ['Nairobi', 'Kenya'],
  ['Göteborg', 'Sweden'],
  ['Kraków', 'Poland'],
  ['Málaga', 'Spain'],
] as const;
export const TITLES = phrases(`
  Manager
  Sales Manager
  Head of Operations
  Purchasing Manager
  Engineer
  Director
  Chief Executive Officer
  IT Director
  Consultant
  Chief Financial Officer
  Marketing Manager
  Project Manager
  Warehouse Manager
  Office Manager
  Analyst
  Owner
`);
export const DEPARTMENTS = words('Sales Operations Purchasing IT Finance Marketing Engineering Legal');
export const LEAD_SOURCES = phrases(`
  Website
  Referral
  Trade fair
  Cold call
  Partner
  Newsletter
  Webinar
  Advertisement
`);
export const LEAD_STATUSES = ['new', 'contacted', 'qualified', 'unqualified', 'nurturing'];
export const LIFECYCLE_STAGES = [
  'lead',
  'customer',
  'marketing_qualified',
  'sales_qualified',
  'opportunity',
  'former',
];
export const TAGS = words(`
  newsletter customer partner vip event-2024 webinar prospect reseller churn-risk beta press investor supplier decision-maker
  champion dach nordics benelux iberia apac latam enterprise startup public-sector follow-up do-not-call gdpr-consent trial
  upsell renewal referral speaker alumni board technical legal finance procurement hot cold warm
`);
export const PRODUCTS = phrases(`
  Beacon
  Beacon Pro
  Dock Gateway
  Fleet Suite
  Care Plan
  Analytics
  Training
  Migration
`);
export const WON_REASONS = phrases(`
  Best fit
  Price
  Quick delivery
  Service
`);
export const LOST_REASONS = phrases(`
  Price
  No budget
  Chose a competitor
  No decision
  Missing feature
`);
export const SUBJECTS = {
  call: phrases(`
    Follow-up call
    First call
    Left a voicemail
    Questions about the offer
    Renewal call
    Support question
  `),
  email: phrases(`
    Re: your offer
    Introduction
    Offer sent
    Re: meeting next week
    Contract for signature
    Price list and references
    Thank you for your time
  `),
  meeting: phrases(`
    Demonstration
    Quarterly review
    Kick-off
    Terms and conditions
    Workshop on site
  `),
  note: phrases(`
    What was learnt
    Background
    Competitors
    Budget and timing
  `),
} as const;
export const SENTENCES = phrases(`
  They want to see references from their own industry first.
  Budget is approved for the next quarter.
  Asked for a discount on the second year.
  The decision lies with the board.
  Pilot in one location before the roll-out.
  Their current contract ends in spring.
  Very happy with the support so far.
  Needs an integration with the warehouse system.
  Will call back after the holidays.
  Sent the price list and two case studies.
  Legal has questions about data protection.
  Two competitors are in the running.
  Reminded them of the open invoice.
  The new head of purchasing takes over next month.
`);
export const TASK_TITLES = phrases(`
  Call back
  Send the offer
  Arrange the pilot
  Send references
  Agree on terms
  Prepare the review
  Check the contract
  Plan the delivery
`);

/** How many records there are to be, and how old the oldest are. */
export interface Sizes {
  contacts: number;
  companies: number;
  deals: number;
  activities: number;
  tasks: number;
  users: number;
  days: number;
}

/** An organisation with so many contacts: to 1,000,000 belong 200,000 companies, 500,000 deals and 3,000,000 activities. */
export function sizesFor(contacts: number): Sizes {
  return {
    contacts,
    companies: Math.ceil(contacts / 5),
    deals: Math.ceil(contacts / 2),
    activities: contacts * 3,
    tasks: Math.ceil(contacts / 5),
    users: Math.max(20, Math.ceil(contacts / 2_500)),
    days: 1_095,
  };
}

import { money, moneyOutside } from '#ledger';

/** Where prize money comes from, and where it goes. */
export const purseOf = (district: string) => moneyOutside(district, 'purse');
export const prizesOf = (project: string) => money(project, 'prizes');

import { money, moneyOutside, promise, promiseOutside, type Pot } from '#ledger';

/**
 * The pots of a seed fund. Promises: what was pledged is `free` until it is `promised` to a project, `invested` when paid,
 * and in the end `realised` or `lost`. Money: contributors pay into `cash`; what firms give back gathers in `proceeds`.
 */
export const fundPots = (fund: string) => ({
  free: promise(fund, 'free'),
  promised: promise(fund, 'promised'),
  invested: promise(fund, 'invested'),
  realised: promise(fund, 'realised'),
  lost: promise(fund, 'lost'),
  recycled: promiseOutside(fund, 'recycled'),
  cash: money(fund, 'cash'),
  proceeds: money(fund, 'proceeds'),
});

/** What a contributor has pledged, has still to pay in (never more than pledged), and was given back. */
export const contributorPots = (fund: string, { id, pledged }: { readonly id: string; readonly pledged: bigint }) => ({
  pledged: promiseOutside(fund, `pledged:${id}`),
  paidIn: { ...money(fund, `contributor:${id}`), floor: -pledged },
  returned: money(fund, `returned:${id}`),
});

/** What a fund's money has gone to in a project, and what came back of it. */
export const investedIn = (project: string): Pot => money(project, 'investment');
export const gaveBack = (project: string): Pot => moneyOutside(project, 'given-back');

import { daysAfter, monthsBetween, type Facts } from '#kernel';

/** What the rule of admission sees: what the manager states, the firm's age on entering and the months of its term (both days included). */
export function admissionFacts(stated: Facts, { registeredOn, field, from, to }: { registeredOn: string | null; field: string | null; from: string; to: string }): Facts {
  return {
    ...stated,
    ...(registeredOn !== null && { 'age-months': monthsBetween(registeredOn, from) }),
    ...(field !== null && { field }),
    'term-months': monthsBetween(from, daysAfter(to, 1)),
  };
}

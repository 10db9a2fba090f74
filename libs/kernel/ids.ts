declare const kind: unique symbol;

/** A UUIDv7 that names one thing of kind `K`; ids of two kinds can't be mixed up. */
export type Id<K extends string> = string & { readonly [kind]: K };

export type DistrictId = Id<'District'>;
export type PersonId = Id<'Person'>;
export type ProjectId = Id<'Project'>;
export type EventId = Id<'Event'>;

/** Takes a string from outside (a row, a request already checked) as an id. */
export const asId = <K extends string>(value: string): Id<K> => value as Id<K>;

/** A text with its `{name}` places filled in; a place that there is no value for stays as it is. */
export const filledIn = (text: string, values: Readonly<Record<string, unknown>>): string => text.replace(/\{(\w+)\}/g, (place, name: string) => String((Object.hasOwn(values, name) ? values[name] : null) ?? place));

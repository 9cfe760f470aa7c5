// The address of the page on which a copy of records is made.
export const copyPath = (reference: string): string => `/desk/cases/${encodeURIComponent(reference)}/copy`;

/** The same as a pattern. */
export const copyRoute = '/desk/cases/:reference/copy';

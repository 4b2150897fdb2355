/** What a document can be written as. */
export const formats = ['pdf', 'docx', 'html', 'md', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

/** Which document: the vision, or the report of how people took part. */
export const documentKinds = ['vision', 'participation'] as const
export type DocumentKind = (typeof documentKinds)[number]

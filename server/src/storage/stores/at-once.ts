/** The same questions as a store takes, answered at once: what stands in tables, for the thread that keeps them. */
export type AtOnce<Store> = {
  readonly [Name in keyof Store]: Store[Name] extends (
    ...given: infer Given
  ) => Promise<infer Answer>
    ? (...given: Given) => Answer
    : never
}

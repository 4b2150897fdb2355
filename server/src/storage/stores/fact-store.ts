/** What a server knows of itself over a restart. */
export type FactName = 'seen-at' | 'view-revisions'

/** Keeps single numbers. */
export interface FactStore {
  find(name: FactName): Promise<number | undefined>
  set(name: FactName, value: number): Promise<void>
}

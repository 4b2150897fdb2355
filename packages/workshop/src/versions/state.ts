/** A version of the vision that was saved, for good. What it says is kept beside the session. */
export interface SavedVersion {
  /** '1', '1.1', …: as people say it. */
  readonly number: string
  /** The SHA-256 of what it says, in hexadecimal. */
  readonly hash: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The versions of the vision, in the order in which they were saved. */
export interface VersionsState {
  readonly saved: readonly SavedVersion[]
}

export type VersionsEvent = { readonly type: 'version-saved'; readonly version: SavedVersion }

/** What the next version is called: 1, then 1.1, 1.2 and so on, as long as nobody decided on the first. */
export function nextVersion({ saved }: VersionsState): string {
  return saved.length === 0 ? '1' : `1.${saved.length}`
}

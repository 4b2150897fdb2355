import { MANY } from '@stip/sync/update-log'
import type { LogEntry } from '@stip/sync/update-log'

/** No name of a person begins with this. */
const SEVERAL = '\u0001'

/** Who wrote an entry, as a row keeps it: a name, or whose the new Yjs client ids are. */
export function authorText({ author, owners }: Pick<LogEntry, 'author' | 'owners'>): string {
  return owners === undefined ? author : SEVERAL + JSON.stringify([...owners])
}

/** The reverse of {@link authorText}. */
export function authorOf(text: string): Pick<LogEntry, 'author' | 'owners'> {
  if (!text.startsWith(SEVERAL)) return { author: text }
  const owners = new Map(JSON.parse(text.slice(SEVERAL.length)) as [number, string][])
  return { author: MANY, owners }
}

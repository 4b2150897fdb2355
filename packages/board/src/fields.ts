import type { Json } from '@stip/primitives'
import type { BoardRecord, Fields } from './record.ts'

const identity = new Set(['id', 'typeName', 'type', 'x', 'y', 'parentId', 'index', 'props', 'meta'])

/** Cuts a record into the pieces that change independently of each other. */
export function fieldsOf(record: BoardRecord): Fields {
  const fields: Record<string, Json> = {}
  if (typeof record['x'] === 'number' && typeof record['y'] === 'number') {
    const parent = record['parentId']
    // A position inside a parent means nothing without that parent, so it names it.
    fields['xy'] = isPage(parent)
      ? [record['x'], record['y']]
      : [record['x'], record['y'], parent ?? null]
  }
  if (record['parentId'] !== undefined) {
    fields['pi'] = [record['parentId'], record['index'] ?? 'a1']
  }
  for (const [key, value] of Object.entries(record.props)) {
    fields[key === 'richText' ? 't' : `p.${key}`] = value
  }
  for (const [key, value] of Object.entries(record.meta)) fields[`m.${key}`] = value
  for (const [key, value] of Object.entries(record)) {
    if (!identity.has(key) && value !== undefined) fields[key] = value
  }
  return fields
}

/** Puts a record together again; the inverse of {@link fieldsOf}. 'gone' is not part of a record. */
export function recordOf(
  name: Pick<BoardRecord, 'id' | 'typeName' | 'type'>,
  fields: Fields,
): BoardRecord {
  const props: Record<string, Json> = {}
  const meta: Record<string, Json> = {}
  const rest: Record<string, Json> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'xy' && isList(value)) {
      rest['x'] = value[0] ?? 0
      rest['y'] = value[1] ?? 0
    } else if (key === 'pi' && isList(value)) {
      rest['parentId'] = value[0] ?? 'page:page'
      rest['index'] = value[1] ?? 'a1'
    } else if (key === 't') props['richText'] = value
    else if (key.startsWith('p.')) props[key.slice(2)] = value
    else if (key.startsWith('m.')) meta[key.slice(2)] = value
    else if (key !== 'gone') rest[key] = value
  }
  return {
    ...rest,
    id: name.id,
    typeName: name.typeName,
    type: name.type,
    props,
    meta,
  }
}

function isPage(parent: Json | undefined): boolean {
  return parent === undefined || (typeof parent === 'string' && parent.startsWith('page:'))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

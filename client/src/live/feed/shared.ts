/**
 * What is new, with what it has in common with what was there before as the same objects: as a whole
 * when nothing differs. Things in lists are known by their ids.
 */
export function shared<Data>(before: unknown, after: Data): Data {
  if (before === after || !isObject(before) || !isObject(after)) return after
  if (Array.isArray(before) !== Array.isArray(after)) return after
  const known = Array.isArray(before)
    ? new Map(before.map((each, place) => [nameOf(each, place), each as unknown]))
    : new Map(Object.entries(before))
  let isSame = Object.keys(before).length === Object.keys(after).length
  const entries = Object.entries(after).map(([key, value]) => {
    const was = known.get(Array.isArray(after) ? nameOf(value, key) : key)
    const kept = shared(was, value)
    isSame &&= kept === (before as typeof after)[key]
    return [key, kept]
  })
  if (isSame) return before as Data
  return (
    Array.isArray(after) ? entries.map(([, value]) => value) : Object.fromEntries(entries)
  ) as Data
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function nameOf(value: unknown, place: string | number): unknown {
  return (isObject(value) && value['id']) ?? String(place)
}

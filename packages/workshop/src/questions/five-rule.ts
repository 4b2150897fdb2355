/** So many people make a number that says nothing of one of them. */
const FIVE = 5

/**
 * Which roles may be shown apart: each has at least five people, those that are hidden have together
 * none or at least five, and no role is singled out. Undefined when nothing may be split.
 *
 * @param counts - How many people each role has.
 */
export function fiveRule<Role extends string>(
  counts: Readonly<Partial<Record<Role, number>>>,
): readonly Role[] | undefined {
  const all = (Object.entries(counts) as [Role, number][]).filter(([, count]) => count > 0)
  const large = all
    .filter(([, count]) => count >= FIVE)
    .toSorted(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
  let hidden = all.reduce((sum, [, count]) => sum + (count < FIVE ? count : 0), 0)
  // What is left over when all others are known is known too: the smallest goes along with the few.
  if (hidden > 0 && hidden < FIVE) hidden += large.pop()?.[1] ?? 0
  return large.length < 2 ? undefined : large.map(([role]) => role)
}

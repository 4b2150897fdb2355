import type { SessionView } from '@stip/api'
import { type FunctionComponent, memo } from 'react'

/** A session as far as somebody looks. */
export type Parts<Name extends keyof SessionView> = Pick<SessionView, Name>

/**
 * A panel that is drawn again when one of the parts changed that it shows, or something else that it is
 * given, and not at every change of the session. Its `view` has no other parts, so the compiler wants
 * each that it reads in the list.
 *
 * @param parts - What it shows. Each is the same object until it changes (`live/feed/shared.ts`).
 */
export function showing<Name extends keyof SessionView, Props extends { view: Parts<Name> }>(
  parts: readonly Name[],
  Panel: FunctionComponent<Props>,
): FunctionComponent<Props> {
  return memo(Panel, (before, after) => {
    const { view: was, ...rest } = before
    const { view: is, ...restNow } = after
    return parts.every((name) => was[name] === is[name]) && haveSameProps(rest, restNow)
  })
}

function haveSameProps(before: object, after: object): boolean {
  const [was, is] = [Object.entries(before), new Map(Object.entries(after))]
  return was.length === is.size && was.every(([name, value]) => Object.is(is.get(name), value))
}

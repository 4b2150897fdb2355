import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nlVerified } from './nl-verified.ts'
import './verified-line.css'

interface VerifiedLineProps {
  readonly verified: SessionView['verified']
  readonly statement: string
}

/** What those said of a statement whose notes it is made from: how many, and what they would say instead. */
export function VerifiedLine({ verified, statement }: VerifiedLineProps): ReactElement | null {
  const found = verified?.find(({ id }) => id === statement)
  if (found === undefined) return null
  const { right, different, takeAway } = found
  return (
    <div className="stip-verified">
      <p>{nlVerified.counts({ right, different: different.length, takeAway })}</p>
      {different.length > 0 && (
        <ul>
          {different.map((text, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- two may say the same words
            <li key={`${place} ${text}`} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

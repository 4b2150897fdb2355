import type { Problem } from '@stip/api'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { nlHistory } from '../../texts/console/nl-history.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { useIsSlow } from '../../ui/notices/slow.tsx'

/** What a panel is called, and the way out. */
export function Head(props: {
  readonly title: string
  readonly onClose: () => void
}): ReactElement {
  return (
    <div className="stip-sheet__head">
      <h2 className="stip-history__title">{props.title}</h2>
      <Button size="small" icon={<IconX size={18} aria-hidden="true" />} onClick={props.onClose}>
        {nlHistory.close}
      </Button>
    </div>
  )
}

export function Waiting(): ReactElement {
  return (
    <output className="stip-history__waiting">{useIsSlow() ? nl.slow : nlHistory.loading}</output>
  )
}

export function Failed(props: {
  readonly problem: Problem
  readonly onRetry: () => void
}): ReactElement {
  return (
    <div className="stip-history__failed">
      <Notice kind="error">{props.problem.message}</Notice>
      <Button onClick={props.onRetry}>{nlHistory.again}</Button>
    </div>
  )
}

import type { SessionView } from '@stip/api'
import type { Vision } from '@stip/board'
import { nextVersion } from '@stip/workshop'
import { type ReactElement, type ReactNode, useState } from 'react'
import { timeOfDay } from '../../live/clock/clock.ts'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'

interface SaveVisionProps {
  readonly versions: SessionView['versions']
  readonly vision: Vision
  /** Absent for who only reads. */
  readonly onSave: (() => void) | undefined
  readonly isBusy: boolean
  /** What was just written is not with the server yet: it would not be in the version. */
  readonly isWriting: boolean
  /** The last press found that nothing changed since this version. */
  readonly unchanged: string | undefined
  /** What can be taken home of a version. */
  readonly renderDownloads: (version: string) => ReactNode
}

/** "Bewaar als versie 1": what the vision says now, for good; and what was kept before. */
export function SaveVision(props: SaveVisionProps): ReactElement {
  const { versions = [], vision, onSave, isBusy, isWriting, unchanged } = props
  const [isOpen, setOpen] = useState(false)
  const last = versions.at(-1)
  const next = nextVersion({ saved: versions.map(({ id, ...rest }) => ({ number: id, ...rest })) })
  return (
    <div className="stip-save-vision">
      {last !== undefined && (
        <>
          <output className="stip-muted">
            {unchanged === undefined
              ? nlVision.savedAt(last.id, timeOfDay(last.at))
              : nlVision.savedSame(unchanged)}
          </output>
          <Button size="small" kind="subtle" onClick={() => setOpen(true)}>
            {nlVision.versions}
          </Button>
        </>
      )}
      {onSave !== undefined && vision.statements.length > 0 && (
        <Button
          size="small"
          isBusy={isBusy || isWriting}
          title={nlVision.saveLong}
          onClick={onSave}
        >
          {isBusy ? nlVision.saving : nlVision.save(next)}
        </Button>
      )}
      {isOpen && (
        <Sheet label={nlVision.versions} onClose={() => setOpen(false)}>
          <h2>{nlVision.versions}</h2>
          {versions.toReversed().map(({ id, hash, at }) => (
            <section key={id}>
              {props.renderDownloads(id)}
              <p className="stip-muted">
                {nlVision.savedAt(id, timeOfDay(at))} ·{' '}
                <span title={hash}>{nlVision.seal(hash)}</span>
              </p>
            </section>
          ))}
          <Button onClick={() => setOpen(false)}>{nlVision.close}</Button>
        </Sheet>
      )}
    </div>
  )
}

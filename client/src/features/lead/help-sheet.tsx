import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { nl } from '../../texts/nl.ts'
import './help-sheet.css'

/** The evening in eight lines, for who leads one for the first time. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const texts = nlConsole.help
  return (
    <Sheet label={texts.title} onClose={onClose}>
      <div className="stip-sheet__head">
        <h2 className="nl-heading nl-heading--level-2">{texts.title}</h2>
        <Button kind="subtle" icon={<IconX size={20} aria-hidden="true" />} onClick={onClose}>
          {nl.step.close}
        </Button>
      </div>
      <ol className="stip-help">
        {texts.lines.map(({ what, how }) => (
          <li key={what}>
            <strong>{what}</strong> {how}
          </li>
        ))}
      </ol>
      <p className="stip-muted">{texts.safe}</p>
    </Sheet>
  )
}

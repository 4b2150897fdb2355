import { type ReactElement, useState } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import { TextField } from '../../ui/controls/text-field.tsx'
import { useVisionActs } from './acts.ts'

interface WhyFormProps {
  readonly cards: readonly string[]
  readonly before: string
  readonly onDone: () => void
}

/** "Niet gebruikt, omdat …": one reason for all of these cards. */
export function WhyForm({ cards, before, onDone }: WhyFormProps): ReactElement {
  const { run } = useVisionActs()
  const [why, setWhy] = useState(before)
  return (
    <form
      className="stip-selection__why"
      onSubmit={(event) => {
        event.preventDefault()
        run?.({ type: 'explain-unused', cards: [...cards], why })
        onDone()
      }}
    >
      <TextField label={nlVision.why} value={why} maxLength={280} onChange={setWhy} />
      <Button type="submit" size="small">
        {nlVision.whySave}
      </Button>
    </form>
  )
}

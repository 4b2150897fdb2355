import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { type ReactElement, useId } from 'react'
import { nlHistory } from '../../texts/console/nl-history.ts'
import { Button } from '../../ui/controls/button.tsx'

interface MomentSliderProps {
  /** Every stop in words, oldest first; the last one is now. */
  readonly stops: readonly string[]
  readonly chosen: number
  readonly onChoose: (stop: number) => void
}

/** Slides through time: with a finger, a mouse, the arrow keys, or two buttons. */
export function MomentSlider({ stops, chosen, onChoose }: MomentSliderProps): ReactElement {
  const texts = nlHistory.moments
  const id = useId()
  const last = stops.length - 1
  return (
    <div className="stip-history__slider">
      <label className="stip-history__label" htmlFor={id}>
        {texts.slider}
      </label>
      <Button
        size="small"
        icon={<IconChevronLeft size={18} aria-hidden="true" />}
        disabled={chosen === 0}
        onClick={() => onChoose(chosen - 1)}
      >
        {texts.earlier}
      </Button>
      <input
        id={id}
        className="stip-history__range"
        type="range"
        min={0}
        max={last}
        step={1}
        value={chosen}
        aria-valuetext={stops[chosen] ?? ''}
        onChange={(event) => onChoose(Number(event.target.value))}
      />
      <Button
        size="small"
        icon={<IconChevronRight size={18} aria-hidden="true" />}
        disabled={chosen === last}
        onClick={() => onChoose(chosen + 1)}
      >
        {texts.later}
      </Button>
      <p className="stip-history__when">{stops[chosen]}</p>
    </div>
  )
}

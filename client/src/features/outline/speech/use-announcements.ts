import type { Outline } from '@stip/board'
import { useEffect, useRef, useState } from 'react'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Announcer } from './announcer.ts'
import type { Changes } from '../changes.ts'
import type { OutlineMoment } from '../../../board/words/live-outline.ts'
import { sectionName } from '../items/section-name.ts'

const storageKey = 'stip:outline-announcements'

interface Announcements {
  /** What is to be read out now. */
  readonly announcement: string
  readonly isOn: boolean
  readonly toggle: () => void
}

/** Says what others do to the board, grouped and seldom; a person may silence it. */
export function useAnnouncements(moment: OutlineMoment): Announcements {
  const [isOn, setIsOn] = useState(() => recall())
  const [announcement, setAnnouncement] = useState('')
  const before = useRef(moment)
  const latest = useRef(moment.outline)
  const announcer = useRef<Announcer>(undefined)
  useEffect(() => {
    const made = new Announcer({
      say: (changes) => setAnnouncement(inWords(changes, latest.current)),
      wait: (work, ms) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
    })
    announcer.current = made
    return () => made.stop()
  }, [])
  useEffect(() => {
    const { outline, byOthers } = moment
    latest.current = outline
    if (isOn) announcer.current?.note(before.current.outline, outline, byOthers)
    before.current = moment
  }, [moment, isOn])
  const toggle = (): void => {
    announcer.current?.stop()
    setAnnouncement('')
    setIsOn(!isOn)
    try {
      localStorage.setItem(storageKey, isOn ? 'off' : 'on')
    } catch {
      // Storage is switched off: then the choice lasts as long as the page.
    }
  }
  return { announcement, isOn, toggle }
}

function inWords(changes: readonly Changes[], { sections }: Outline): string {
  const texts = nlOutline.announcements
  const sentences = changes.map(({ section: id, ...counts }) => {
    const parts = (['added', 'changed', 'moved', 'removed'] as const)
      .filter((what) => counts[what] > 0)
      .map((what) => texts[what](counts[what]))
    const section = sections.find((one) => one.id === id)
    return texts.inSection(parts.join(', '), section === undefined ? '' : sectionName(section))
  })
  return sentences.join('. ')
}

function recall(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

import type { ReactElement } from 'react'
import { nlReading } from '../../../texts/nl-reading.ts'
import { groupColor } from '../../../ui/marks/group-badge.tsx'
import type { VisionPage } from './vision-pages.ts'
import type { Said } from '../../../reading/vision-reading.ts'
import './vision-view.css'

/** Sentences of the vision, or the hoofdpunten until there are any, with the letters of their groups. */
export function VisionView({ page }: { readonly page: VisionPage }): ReactElement {
  const { kind, said, below } = page
  return (
    <div className={`stip-vision stip-vision--${kind}`}>
      {said.length > 0 && <SaidList said={said} isWide />}
      {below.length > 0 && (
        <div
          className={`stip-vision__below${said.length === 0 ? ' stip-vision__below--alone' : ''}`}
        >
          {below.map((under) => (
            <section key={under.title}>
              <h2 dir="auto">{under.isFurther ? nlReading.further(under.title) : under.title}</h2>
              <SaidList said={under.said} />
            </section>
          ))}
        </div>
      )}
    </div>
  )
}

/** So many letters of a sentence tell which it is, and fit on a line. */
const BEGINNING = 26

function beginOf(words: string): string {
  if (words.length <= BEGINNING) return words
  const at = words.lastIndexOf(' ', BEGINNING)
  return `${words.slice(0, at > 0 ? at : BEGINNING)} …`
}

interface SaidListProps {
  readonly said: readonly Said[]
  /** Over the whole width of the page. */
  readonly isWide?: boolean
}

function SaidList({ said, isWide = false }: SaidListProps): ReactElement {
  const hasLetters = said.some(({ letters }) => letters.length > 0)
  return (
    <ul className={`stip-vision__list${hasLetters ? ' stip-vision__list--letters' : ''}`}>
      {said.map(({ id, text, letters, also, about }, place) => (
        <li key={id}>
          {hasLetters && (
            <span className="stip-vision__letters">
              {letters.map((letter) => (
                <span key={letter} style={{ background: groupColor(letter) }}>
                  {letter}
                </span>
              ))}
            </span>
          )}
          <div className="stip-vision__words">
            {also !== undefined && (
              <p className="stip-vision__label" dir="auto">
                {place === 0 && about !== undefined && isWide
                  ? nlReading.otherVoiceAbout(also, beginOf(about))
                  : nlReading.otherVoice(also)}
              </p>
            )}
            <p dir="auto">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

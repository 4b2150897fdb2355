import type { ReactElement } from 'react'
import { nlReading } from '../../../texts/nl-reading.ts'
import { DrawingView } from '../drawing-view.tsx'
import type { SharingPage, SharingReading } from './sharing-reading.ts'
import './sharing-view.css'

interface SharingViewProps {
  readonly reading: SharingReading
  readonly page: SharingPage
}

/** The work of a group: on one side what it drew, on the other what it says. */
export function SharingView({ reading, page }: SharingViewProps): ReactElement {
  const { drawing, description, captions } = reading
  const hasWords = page.sentences.length + page.points.length > 0
  return (
    <div className={`stip-sharing${hasWords ? '' : ' stip-sharing--drawing'}`}>
      {drawing !== undefined && (
        <figure className="stip-sharing__drawing">
          <DrawingView drawing={drawing} label={description || nlReading.drawing} />
          {captions.length > 0 && (
            <figcaption className="stip-sharing__captions">
              {captions.map((words) => (
                <span key={words} dir="auto">
                  {words}
                </span>
              ))}
            </figcaption>
          )}
        </figure>
      )}
      {hasWords && (
        <div className="stip-sharing__words">
          {page.sentences.map((sentence) => (
            <p key={sentence} className="stip-sharing__sentence" dir="auto">
              {sentence}
            </p>
          ))}
          {page.points.length > 0 && (
            <ul className="stip-sharing__points" aria-label={nlReading.points}>
              {page.points.map((point) => (
                <li key={point} dir="auto">
                  {point}
                </li>
              ))}
            </ul>
          )}
          {page.more > 0 && (
            <p className="stip-sharing__more" title={nlReading.more(page.more)}>
              +{page.more}
            </p>
          )}
        </div>
      )}
    </div>
  )
}

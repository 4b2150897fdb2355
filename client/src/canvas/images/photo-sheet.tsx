import type { AssetAnswer, Role } from '@stip/api'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { uploadImage } from '../../live/requests/upload-image.ts'
import { nlPhotos } from '../../texts/files/nl-in-out.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { CoverEditor } from './cover-editor.tsx'
import type { Cover } from './covers.ts'
import type { PhotoOnDesk } from './photo-desk.ts'
import { openPicture, pictureToSend } from './picture.ts'
import type { OpenedPicture } from './picture.ts'
import './photo-sheet.css'

/** As long as a sentence or three. */
const DESCRIPTION_LENGTH = 300

interface PhotoSheetProps {
  readonly photo: PhotoOnDesk
  readonly boardId: string
  readonly role: Role
  readonly onPlace: (asset: AssetAnswer, description: string) => void
  /** The next, or none. */
  readonly onClose: () => void
}

/** Shows a photo before anybody else sees it, so that people and names can be covered. */
export function PhotoSheet({
  photo,
  boardId,
  role,
  onPlace,
  onClose,
}: PhotoSheetProps): ReactElement {
  const { file, number, total } = photo
  const picture = usePicture(file)
  const [covers, setCovers] = useState<readonly Cover[]>([])
  const [description, setDescription] = useState('')
  const [share, setShare] = useState<number | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const sending = useRef<AbortController>(undefined)
  const close = (): void => {
    sending.current?.abort()
    onClose()
  }
  const send = async (bitmap: ImageBitmap): Promise<void> => {
    const stop = new AbortController()
    sending.current = stop
    setProblem(undefined)
    setShare(0)
    const blob = await pictureToSend(file, bitmap, covers).catch(() => undefined)
    const outcome =
      blob === undefined
        ? { ok: false as const, message: nlPhotos.refused['too-many-pixels'] }
        : await uploadImage(blob, { boardId, role, onProgress: setShare, signal: stop.signal })
    if (stop.signal.aborted) return
    setShare(undefined)
    if (outcome.ok) onPlace(outcome.asset, description.trim())
    else setProblem(outcome.message)
  }
  const refusal = picture?.ok === false ? nlPhotos.refused[picture.refusal] : undefined
  const title = nlPhotos.title(number, total)
  return createPortal(
    <Sheet label={title} size="wide" onClose={close}>
      <h2 className="nl-heading nl-heading--level-2">{title}</h2>
      {refusal !== undefined && <Notice kind="error">{refusal}</Notice>}
      {picture?.ok === true && (
        <>
          <p className="stip-photo__ask">
            <strong>{nlPhotos.ask}</strong> {nlPhotos.how}
          </p>
          <CoverEditor bitmap={picture.bitmap} covers={covers} onCover={setCovers} />
          <label className="stip-photo__words">
            <span className="utrecht-form-label">{nlPhotos.description}</span>
            <input
              dir="auto"
              className="utrecht-textbox utrecht-textbox--html-input"
              maxLength={DESCRIPTION_LENGTH}
              value={description}
              onChange={({ target }) => setDescription(target.value)}
            />
          </label>
        </>
      )}
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      {share !== undefined && (
        <output>
          {nlPhotos.sending(Math.round(share * 100))}
          <progress className="stip-photo__progress" aria-label={nlPhotos.upload} value={share} />
        </output>
      )}
      <div className="stip-photo__buttons">
        <Button onClick={close}>{number < total ? nlPhotos.skip : nlPhotos.stop}</Button>
        {picture?.ok === true && (
          <Button
            kind="primary"
            disabled={share !== undefined}
            onClick={() => void send(picture.bitmap)}
          >
            {nlPhotos.place}
          </Button>
        )}
      </div>
    </Sheet>,
    document.body,
  )
}

/** A photo takes tens of megabytes, also of a phone. */
async function close(opening: Promise<OpenedPicture>): Promise<void> {
  const opened = await opening
  if (opened.ok) opened.bitmap.close()
}

/** The photo as this browser shows it; undefined while it is being opened. */
function usePicture(file: File): OpenedPicture | undefined {
  const [picture, setPicture] = useState<OpenedPicture | undefined>()
  useEffect(() => {
    let isLeft = false
    const opening = openPicture(file)
    const show = async (): Promise<void> => {
      const opened = await opening
      if (!isLeft) setPicture(opened)
    }
    void show()
    return () => {
      isLeft = true
      void close(opening)
    }
  }, [file])
  return picture
}

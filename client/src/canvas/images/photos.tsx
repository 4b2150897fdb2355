import type { Role } from '@stip/api'
import { type ReactElement, useSyncExternalStore } from 'react'
import { useEditor } from 'tldraw'
import type { BoardBinding } from '../binding/board-binding.ts'
import type { PhotoDesk } from './photo-desk.ts'
import { PhotoSheet } from './photo-sheet.tsx'
import { placePhoto } from './place-photo.ts'

interface PhotosProps {
  readonly desk: PhotoDesk
  readonly binding: BoardBinding
  readonly boardId: string
  readonly role: Role
}

/** The photo that is being looked at, if there is one. */
export function Photos({ desk, binding, boardId, role }: PhotosProps): ReactElement | null {
  const editor = useEditor()
  const photo = useSyncExternalStore(desk.subscribe, () => desk.current)
  if (photo === undefined) return null
  return (
    <PhotoSheet
      key={`${photo.number} ${photo.file.name} ${photo.file.lastModified}`}
      photo={photo}
      boardId={boardId}
      role={role}
      onClose={() => desk.next()}
      onPlace={(asset, description) => {
        desk.next()
        binding.beginStep()
        placePhoto(editor, { ...photo, name: photo.file.name, asset, description })
        binding.beginStep()
      }}
    />
  )
}

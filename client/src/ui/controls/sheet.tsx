import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import './sheet.css'

interface SheetProps {
  readonly label: string
  readonly size?: 'normal' | 'wide'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A paper over the screen. The browser keeps the focus inside and closes it with Escape. */
export function Sheet({ label, size = 'normal', onClose, children }: SheetProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  // Closed while it is still on the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  useEffect(() => {
    const element = dialog.current
    const close = (event: Event) => {
      // Outside the paper the click lands on the dialog itself.
      if (event.target === element) onClose()
    }
    element?.addEventListener('click', close)
    return () => element?.removeEventListener('click', close)
  }, [onClose])
  return (
    <dialog
      ref={dialog}
      className={`stip-sheet stip-sheet--${size}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="stip-sheet__paper">{children}</div>
    </dialog>
  )
}

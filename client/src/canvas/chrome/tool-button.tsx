import type { ReactElement, ReactNode } from 'react'

interface ToolButtonProps {
  readonly name: string
  readonly hint: string
  readonly icon: ReactNode
  readonly onPress: () => void
  /** Set for a tool that is held; left out for something that happens once. */
  readonly isHeld?: boolean
  readonly isDisabled?: boolean
}

/** One thing in the toolbar: an icon with its word under it. */
export function ToolButton(props: ToolButtonProps): ReactElement {
  const { name, hint, icon, onPress, isHeld, isDisabled = false } = props
  return (
    <button
      type="button"
      className="stip-tool"
      title={hint}
      aria-pressed={isHeld}
      disabled={isDisabled}
      onClick={onPress}
    >
      {icon}
      <span>{name}</span>
    </button>
  )
}

import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react'
import './button.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** 'primary' stands on a screen once: the next thing to do. */
  readonly kind?: 'primary' | 'secondary' | 'subtle'
  readonly size?: 'large' | 'normal' | 'small'
  readonly icon?: ReactNode
  readonly isPressed?: boolean
  /** Does nothing for the moment, and keeps the focus. */
  readonly isBusy?: boolean
  readonly children: ReactNode
}

/** A button, with a word in it. */
export function Button({
  kind = 'secondary',
  size = 'normal',
  icon,
  isPressed,
  isBusy = false,
  children,
  className = '',
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      {...(isBusy && { 'aria-disabled': true, onClick: undefined })}
      className={buttonClass(
        kind,
        size,
        isPressed === true,
        isBusy || rest.disabled === true,
        className,
      )}
    >
      {icon !== undefined && <span className="nl-button__icon-start">{icon}</span>}
      <span className="nl-button__label">{children}</span>
    </button>
  )
}

function buttonClass(
  kind: string,
  size: string,
  isPressed: boolean,
  isDisabled: boolean,
  more: string,
): string {
  return [
    `nl-button nl-button--${kind} stip-button stip-button--${size}`,
    isPressed ? 'nl-button--pressed' : '',
    isDisabled ? 'nl-button--disabled' : '',
    more,
  ]
    .filter((name) => name !== '')
    .join(' ')
}

interface ButtonLinkProps {
  readonly href: string
  readonly kind?: 'primary' | 'secondary' | 'subtle'
  readonly size?: 'large' | 'normal' | 'small'
  readonly icon?: ReactNode
  readonly download?: boolean
  readonly children: ReactNode
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  href,
  kind = 'secondary',
  size = 'normal',
  icon,
  download,
  children,
}: ButtonLinkProps): ReactElement {
  return (
    <a
      href={href}
      {...(download === true ? { download: '' } : {})}
      className={buttonClass(kind, size, false, false, '')}
    >
      {icon !== undefined && <span className="nl-button__icon-start">{icon}</span>}
      <span className="nl-button__label">{children}</span>
    </a>
  )
}

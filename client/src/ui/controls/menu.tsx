import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import {
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import './menu.css'

interface MenuProps {
  readonly label: ReactNode
  /** What it is for, where the label alone does not say it. */
  readonly name?: string
  readonly icon?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** Lets an action close the menu it stands in. */
const CloseMenu = createContext(() => {})

/**
 * A button that opens a short list of actions. Escape, a choice or a click elsewhere closes it;
 * arrow keys walk through it. After Escape or a choice the focus is back on the button.
 */
export function Menu({ label, name, icon, className = '', children }: MenuProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  const [place, setPlace] = useState({ left: 0, right: 0 })
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  const toggle = () => {
    const { left = 0, right = 0 } = whole.current?.getBoundingClientRect() ?? {}
    setPlace({ left, right })
    setIsOpen(!isOpen)
  }
  useEffect(() => {
    if (!isOpen) return undefined
    const leave = (event: Event) => {
      const isInside =
        event.target instanceof Node && whole.current?.contains(event.target) === true
      if (!isInside) setIsOpen(false)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setIsOpen(false)
        button.current?.focus()
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step === undefined || whole.current === null) return
      event.preventDefault()
      walk(whole.current, step)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', press)
    }
  }, [isOpen])
  return (
    <div ref={whole} className="stip-menu">
      <button
        ref={button}
        type="button"
        className={
          className === ''
            ? 'nl-button nl-button--secondary stip-button stip-button--small'
            : className
        }
        aria-expanded={isOpen}
        {...(name === undefined ? {} : { 'aria-label': name })}
        onClick={toggle}
      >
        {icon !== undefined && <span className="nl-button__icon-start">{icon}</span>}
        <span className="nl-button__label">{label}</span>
        <IconChevronDown size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <div
          className={`stip-menu__list stip-menu__list--${isLeft(place) ? 'start' : 'end'}`}
          style={{ '--left': `${place.left}px`, '--right': `${place.right}px` } as CSSProperties}
        >
          <CloseMenu value={close}>{children}</CloseMenu>
        </div>
      )}
    </div>
  )
}

function isLeft({ left }: { readonly left: number }): boolean {
  return left < window.innerWidth / 2
}

/** Moves the focus up or down among the button and the actions below it, round and round. */
function walk(menu: HTMLElement, step: number): void {
  const stops = [...menu.querySelectorAll<HTMLElement>('button:not(:disabled), a')]
  const place = stops.findIndex((stop) => stop === document.activeElement)
  stops[(place + step + stops.length) % stops.length]?.focus()
}

/** A line in a menu that says something, and does nothing. */
export function MenuText({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="stip-menu__text">{children}</p>
}

interface MenuItemProps {
  readonly isCurrent?: boolean
  readonly isDisabled?: boolean
  readonly onChoose?: () => void
  /** An address to save as a file, instead of an action. */
  readonly download?: string
  readonly children: ReactNode
}

/** One action of a menu. */
export function MenuItem(props: MenuItemProps): ReactElement {
  const close = useContext(CloseMenu)
  if (props.download !== undefined) {
    return (
      <a className="stip-menu__item" href={props.download} download onClick={close}>
        {props.children}
      </a>
    )
  }
  return (
    <button
      type="button"
      className="stip-menu__item"
      disabled={props.isDisabled === true}
      {...(props.isCurrent === undefined ? {} : { 'aria-pressed': props.isCurrent })}
      onClick={() => {
        close()
        props.onChoose?.()
      }}
    >
      {props.children}
    </button>
  )
}

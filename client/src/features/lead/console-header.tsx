import type { ClientCommand, SessionView } from '@stip/api'
import { formatJoinCode } from '@stip/workshop'
import IconDeviceTv from '@tabler/icons-react/dist/esm/icons/IconDeviceTv.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconQrcode from '@tabler/icons-react/dist/esm/icons/IconQrcode.mjs'
import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { LogoMark } from '../../ui/marks/logo.tsx'
import { Menu, MenuItem } from '../../ui/controls/menu.tsx'
import { type Parts, showing } from '../../ui/showing.ts'
import './console-header.css'
import { SessionTitle } from './session-title.tsx'

interface ConsoleHeaderProps {
  readonly view: HeaderView
  /** Time of day and how the evening runs, in words. */
  readonly time: string
  readonly schedule: string | undefined
  /** Names of the boards by id, for the choice of the wall. */
  readonly boardNames: readonly { readonly id: string; readonly name: string }[]
  readonly onLinks: () => void
  readonly onHelp: () => void
  readonly onCourse: () => void
  readonly onCommand: (command: ClientCommand) => void
}

const parts = [
  'title',
  'endedAt',
  'joinCode',
  'wall',
  'namesChosen',
  'imagesAllowed',
  'notesOnly',
] as const
type HeaderView = Parts<(typeof parts)[number]>

/** What the evening is called, how to join it, what the wall shows, and how late it is. */
export const ConsoleHeader = showing(parts, Header)

function Header(props: ConsoleHeaderProps): ReactElement {
  const { view, onCommand } = props
  const texts = nlConsole.header
  return (
    <header className="stip-console-header">
      <LogoMark />
      <SessionTitle
        title={view.title}
        isOver={view.endedAt !== undefined}
        onRename={(title) => onCommand({ type: 'rename-session', title })}
      />
      {view.joinCode !== undefined && (
        <p className="stip-console-header__code">
          <span className="stip-muted">{texts.code}</span> {formatJoinCode(view.joinCode)}
        </p>
      )}
      <Button
        size="small"
        icon={<IconQrcode size={18} aria-hidden="true" />}
        aria-label={texts.links}
        onClick={props.onLinks}
      >
        <ByRoom long={texts.links} short={texts.linksShort} />
      </Button>
      <p className="stip-console-header__time">
        <strong>{props.time}</strong>
        {props.schedule !== undefined && <span className="stip-muted">{props.schedule}</span>}
      </p>
      <WallMenu view={view} boardNames={props.boardNames} onCommand={onCommand} />
      <Menu label={texts.more} icon={<IconDots size={18} aria-hidden="true" />}>
        <MenuItem onChoose={props.onHelp}>{nlConsole.help.title}</MenuItem>
        <MenuItem onChoose={props.onCourse}>{texts.course}</MenuItem>
        <MenuItem
          isCurrent={view.namesChosen}
          onChoose={() => onCommand({ type: 'show-names', on: !view.namesChosen })}
        >
          {view.namesChosen ? texts.namesOn : texts.namesOff}
        </MenuItem>
        <MenuItem
          isCurrent={view.imagesAllowed}
          isDisabled={view.endedAt !== undefined}
          onChoose={() => onCommand({ type: 'allow-images', on: !view.imagesAllowed })}
        >
          {view.imagesAllowed ? texts.imagesOn : texts.imagesOff}
        </MenuItem>
        <MenuItem
          isCurrent={view.notesOnly}
          isDisabled={view.endedAt !== undefined}
          onChoose={() => onCommand({ type: 'only-notes', on: !view.notesOnly })}
        >
          {view.notesOnly ? texts.notesOnlyOn : texts.notesOnlyOff}
        </MenuItem>
        {view.endedAt === undefined ? (
          <MenuItem onChoose={() => onCommand({ type: 'end-session' })}>{texts.end}</MenuItem>
        ) : (
          <MenuItem onChoose={() => onCommand({ type: 'reopen-session' })}>{texts.reopen}</MenuItem>
        )}
      </Menu>
    </header>
  )
}

function WallMenu(
  props: Pick<ConsoleHeaderProps, 'view' | 'boardNames' | 'onCommand'>,
): ReactElement {
  const { wall } = props.view
  const texts = nlConsole.header
  const show = (choice: SessionView['wall']) => props.onCommand({ type: 'show-on-wall', choice })
  return (
    <Menu
      name={texts.wall}
      label={<ByRoom long={texts.wall} short={texts.wallShort} />}
      icon={<IconDeviceTv size={18} aria-hidden="true" />}
    >
      <MenuItem isCurrent={wall.kind === 'auto'} onChoose={() => show({ kind: 'auto' })}>
        {texts.wallAuto}
      </MenuItem>
      <MenuItem isCurrent={wall.kind === 'code'} onChoose={() => show({ kind: 'code' })}>
        {texts.wallCode}
      </MenuItem>
      {props.boardNames.map(({ id, name }) => (
        <MenuItem
          key={id}
          isCurrent={wall.kind === 'board' && wall.boardId === id}
          onChoose={() => show({ kind: 'board', boardId: id })}
        >
          <bdi>{texts.wallBoard(name)}</bdi>
        </MenuItem>
      ))}
    </Menu>
  )
}

/** All the words, or on a phone one of them. */
function ByRoom({ long, short }: { readonly long: string; readonly short: string }): ReactElement {
  return (
    <>
      <span className="stip-console-header__long">{long}</span>
      <span className="stip-console-header__short">{short}</span>
    </>
  )
}

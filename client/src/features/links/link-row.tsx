import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs'
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button, ButtonLink } from '../../ui/controls/button.tsx'
import { copyText } from './copy-text.ts'

interface LinkRowProps {
  readonly label: string
  readonly hint: string
  readonly address: string
  /** A secret stays hidden until pressed: this screen may be on a projector. */
  readonly isSecret: boolean
  /** What just happened to this link. */
  readonly told: string
  /** What else can be done with it. */
  readonly children: ReactNode
}

/** One link, to copy or to open. */
export function LinkRow(props: LinkRowProps): ReactElement {
  const { label, hint, address, isSecret, children } = props
  const [isShown, setIsShown] = useState(!isSecret)
  const [told, setTold] = useState(props.told)
  const field = useRef<HTMLInputElement>(null)
  const texts = nlConsole.links
  const copy = async () => {
    const isCopied = await copyText(address)
    if (!isCopied) field.current?.select()
    setTold(isCopied ? texts.copied : texts.selectText)
  }
  return (
    <section className="stip-link-row" aria-label={label}>
      <h3 className="nl-heading nl-heading--level-5">{label}</h3>
      <p className="stip-muted">{hint}</p>
      <div className="stip-row">
        <input
          ref={field}
          className="utrecht-textbox stip-link-row__field"
          readOnly
          aria-label={label}
          value={isShown ? address : '•'.repeat(24)}
          onFocus={(event) => event.target.select()}
        />
        {!isShown && (
          <Button
            size="small"
            icon={<IconEye size={18} aria-hidden="true" />}
            onClick={() => setIsShown(true)}
          >
            {texts.show}
          </Button>
        )}
        {isShown && (
          <Button
            size="small"
            icon={<IconCopy size={18} aria-hidden="true" />}
            onClick={() => void copy()}
          >
            {texts.copy}
          </Button>
        )}
        {isShown && isSecret && (
          <ButtonLink size="small" kind="subtle" href={address}>
            {texts.open}
          </ButtonLink>
        )}
      </div>
      {children}
      <output className="stip-link-row__told">{told}</output>
    </section>
  )
}

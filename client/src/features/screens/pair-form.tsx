import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { askOnce } from '../../live/requests/intent.ts'
import { screenApi } from '../../live/api/screen-api.ts'
import { nlScreens } from '../../texts/console/nl-screens.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Select } from '../../ui/controls/select.tsx'
import { TextField } from '../../ui/controls/text-field.tsx'

interface PairFormProps {
  readonly sessionId: string
  readonly groups: SessionView['groups']
  /** What to open on the screen, as somebody types it. */
  readonly address: string
}

const texts = nlScreens.pair

/** Says what the screen is that shows four digits: the wall, or that of a group. */
export function PairForm({ sessionId, groups, address }: PairFormProps): ReactElement {
  const [code, setCode] = useState('')
  const [groupId, setGroupId] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [told, setTold] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const options = [
    { value: '', text: texts.wall },
    ...groups.map(({ id, letter, name }) => ({ value: id, text: texts.group(letter, name) })),
  ]
  const pair = async (): Promise<void> => {
    const digits = code.replaceAll(/\D/g, '')
    setTold('')
    setProblem(digits.length === 4 ? undefined : texts.incomplete)
    if (digits.length !== 4) return
    setIsBusy(true)
    const wanted = { code: digits, ...(groupId !== '' && { groupId }) }
    const answer = await askOnce('pair-screen', [sessionId, wanted], (key) =>
      screenApi.claim(sessionId, wanted, key),
    )
    setIsBusy(false)
    setProblem(answer.ok ? undefined : answer.problem.message)
    if (!answer.ok) return
    setCode('')
    setTold(texts.done(options.find(({ value }) => value === groupId)?.text ?? texts.wall))
  }
  return (
    <form
      className="stip-pair"
      noValidate
      aria-label={texts.title}
      onSubmit={(event) => {
        event.preventDefault()
        void pair()
      }}
    >
      <h3 className="nl-heading nl-heading--level-5">{texts.title}</h3>
      <p className="stip-muted">{texts.hint(address)}</p>
      <div className="stip-row stip-pair__fields">
        <TextField
          label={texts.code}
          error={problem}
          value={code}
          placeholder="4821"
          inputMode="numeric"
          autoComplete="off"
          onChange={setCode}
        />
        <Select label={texts.as} value={groupId} options={options} onChange={setGroupId} />
        <Button type="submit" disabled={isBusy}>
          {texts.go}
        </Button>
      </div>
      <output className="stip-link-row__told">{told}</output>
    </form>
  )
}

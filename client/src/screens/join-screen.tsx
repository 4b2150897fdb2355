import type { LookUpCodeAnswer } from '@stip/api'
import { type ReactElement, useEffect, useState } from 'react'
import { CodeForm } from '../features/join/code-form.tsx'
import { forgetDevice } from '../features/join/forget-device.ts'
import { JoinStep } from '../features/join/join-step.tsx'
import { NameForm } from '../features/join/name-form.tsx'
import { RoleForm } from '../features/join/role-form.tsx'
import { useJoin } from '../features/join/use-join.ts'
import { navigate } from '../navigation.ts'
import { pathOf } from '../route.ts'
import { nl } from '../texts/nl.ts'
import { nlStart } from '../texts/nl-start.ts'
import { Button, ButtonLink } from '../ui/controls/button.tsx'
import { Skeleton } from '../ui/notices/skeleton.tsx'
import { part } from '../live/part.ts'
import { useTitle } from '../ui/use-title.ts'

/** Three small steps to take part: code, name, role. */
export function JoinScreen(): ReactElement {
  useTitle(nlStart.join.title)
  const join = useJoin((sessionId) => navigate(pathOf('participant', sessionId), 'replace'))
  const [name, setName] = useState('')
  const [isNamed, setIsNamed] = useState(false)
  const { session } = join
  const isIn = session !== undefined
  useEffect(() => {
    // While somebody types a name, what comes after it is fetched.
    if (!isIn) return
    const isPhone = matchMedia('(width < 40em)').matches
    void part(() => import('./participant/participant-screen.tsx'))
      .then(({ fetchTable }) => isPhone || fetchTable())
      .catch(() => undefined)
    if (isPhone) void part(() => import('./phone/phone-screen.tsx')).catch(() => undefined)
  }, [isIn])
  if (session === undefined) {
    if (join.isBusy && join.cameWithCode) return <Skeleton />
    return (
      <JoinStep step={1} of={3} question={nlStart.join.codeQuestion} hint={nlStart.join.codeHint}>
        <CodeForm
          initialCode={join.codeFromAddress ?? ''}
          buttonText={nlStart.code.go}
          problem={join.problem}
          isBusy={join.isBusy}
          hasFocus
          onCode={join.lookUp}
        />
      </JoinStep>
    )
  }
  if (session.alreadyIn) {
    const forget = () => {
      void forgetDevice(session.sessionId).then(() => join.lookUp(join.code))
    }
    return <AlreadyIn session={session} onOtherPerson={forget} />
  }
  if (!isNamed) {
    return (
      <JoinStep
        step={2}
        of={3}
        question={nlStart.join.nameQuestion}
        hint={nlStart.join.nameHint}
        sessionTitle={session.title}
      >
        <NameForm name={name} onName={setName} onNext={() => setIsNamed(true)} />
      </JoinStep>
    )
  }
  return (
    <JoinStep
      step={3}
      of={3}
      question={nlStart.join.roleQuestion}
      hint={nlStart.join.roleHint}
      sessionTitle={session.title}
    >
      <RoleForm
        backgrounds={session.backgrounds}
        isBusy={join.isBusy}
        problem={join.problem}
        onBack={() => setIsNamed(false)}
        onRole={(background) => join.join(name.trim(), background)}
      />
    </JoinStep>
  )
}

function AlreadyIn(props: {
  readonly session: LookUpCodeAnswer
  readonly onOtherPerson: () => void
}): ReactElement {
  return (
    <JoinStep step={3} of={3} question={nlStart.join.alreadyIn} sessionTitle={props.session.title}>
      <ButtonLink href={pathOf('participant', props.session.sessionId)} kind="primary" size="large">
        {nlStart.join.continue}
      </ButtonLink>
      <Button kind="subtle" onClick={props.onOtherPerson}>
        {nl.waiting.otherPerson}
      </Button>
    </JoinStep>
  )
}

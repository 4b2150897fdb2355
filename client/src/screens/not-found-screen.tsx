import type { ReactElement } from 'react'
import { nlElsewhere } from '../texts/nl-elsewhere.ts'
import { nl } from '../texts/nl.ts'
import { ButtonLink } from '../ui/controls/button.tsx'
import { MessagePage } from '../ui/notices/message-page.tsx'

/** An address that stands for nothing. */
export function NotFoundScreen(): ReactElement {
  return (
    <MessagePage title={nlElsewhere.notFound} text={nlElsewhere.notFoundHint}>
      <ButtonLink href="/" kind="primary">
        {nl.problems.home}
      </ButtonLink>
    </MessagePage>
  )
}

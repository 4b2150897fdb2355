import type { Role, SessionView } from '@stip/api'
import type { ReactElement, ReactNode } from 'react'
import type { FeedState } from '../../live/feed/feed.ts'
import { sessionState } from '../../live/feed/session-state.ts'
import type { GrantState } from '../../live/use-grant.ts'
import { nl } from '../../texts/nl.ts'
import { ButtonLink } from '../controls/button.tsx'
import { MessagePage } from './message-page.tsx'
import { Skeleton } from './skeleton.tsx'
import './session-gate.css'

interface SessionGateProps {
  readonly as: Role
  readonly grant: GrantState
  readonly feed: FeedState
  readonly children: (view: SessionView) => ReactNode
}

/** Lets a screen of a session appear, or says in words why it does not. */
export function SessionGate({ as, grant, feed, children }: SessionGateProps): ReactElement {
  if (grant.kind === 'exchanging') return <Skeleton />
  if (grant.kind === 'network-gone') return <NetworkGone message={grant.problem.message} />
  if (grant.kind === 'refused') return <NoAccess as={as} message={grant.problem.message} />
  const state = sessionState(feed)
  switch (state.kind) {
    case 'loading':
      return <Skeleton />
    case 'unknown':
      return (
        <MessagePage title={nl.problems.unknownSession} text={nl.problems.unknownSessionHint}>
          <ButtonLink href="/">{nl.problems.home}</ButtonLink>
        </MessagePage>
      )
    case 'no-access':
      return <NoAccess as={as} message={state.message} />
    case 'network-gone':
      return <NetworkGone message={state.message} />
    default:
      return (
        <>
          {state.isOffline && (
            <output className={`stip-offline${as === 'participant' ? '' : ' stip-offline--low'}`}>
              {as === 'participant' ? nl.problems.offlineBar : nl.problems.offlineScreen}
            </output>
          )}
          {children(state.view)}
        </>
      )
  }
}

function NetworkGone({ message }: { readonly message: string }): ReactElement {
  return (
    <MessagePage title={nl.problems.networkGone} text={nl.problems.networkGoneHint}>
      <output className="stip-muted">{message}</output>
    </MessagePage>
  )
}

function NoAccess(props: { readonly as: Role; readonly message: string }): ReactElement {
  if (props.as === 'participant') {
    return (
      <MessagePage
        title={nl.problems.noAccessParticipant}
        text={nl.problems.noAccessParticipantHint}
      >
        <ButtonLink href="/doe-mee" kind="primary" size="large">
          {nl.problems.toJoin}
        </ButtonLink>
      </MessagePage>
    )
  }
  return (
    <MessagePage title={nl.problems.noAccess} text={props.message}>
      <ButtonLink href="/">{nl.problems.home}</ButtonLink>
    </MessagePage>
  )
}

import type { ComponentProps, ReactElement } from 'react'
import { StatusPill } from '../../features/boards/status-pill.tsx'
import { PhoneLists } from '../../features/outline/phone/phone-lists.tsx'

type ListsProps = Omit<ComponentProps<typeof PhoneLists>, 'mayWrite' | 'renderStatus'>

/** The lists of a phone, on the board itself. */
export function PhoneListsLive(props: ListsProps): ReactElement {
  return (
    <PhoneLists
      {...props}
      mayWrite
      renderStatus={({ status, unsavedCount }) => (
        <StatusPill status={{ kind: status, unsavedCount }} access="write" />
      )}
    />
  )
}

import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import type { Parts } from '../../ui/showing.ts'
import { roleCounts } from './role-counts.ts'
import './people.css'

/** Who is in, per role, and how evenly the groups are mixed. */
export function RoleTable({
  view,
}: {
  readonly view: Parts<'people' | 'backgrounds' | 'groups' | 'groupsMade'>
}): ReactElement {
  const texts = nlConsole.people
  return (
    <table className="stip-role-table">
      <caption className="stip-hidden">{texts.perRole}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.role}</th>
          {view.groupsMade &&
            view.groups.map((group) => (
              <th key={group.id} scope="col">
                <GroupBadge letter={group.letter} size="small" />
              </th>
            ))}
          <th scope="col">{texts.total}</th>
        </tr>
      </thead>
      <tbody>
        {roleCounts(view).map((role) => (
          <tr key={role.id}>
            <th scope="row">{role.name}</th>
            {view.groupsMade &&
              role.perGroup.map((count, place) => (
                <td key={view.groups[place]?.id ?? place}>{count}</td>
              ))}
            <td>{role.total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

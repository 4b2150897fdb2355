import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { useIsSlow } from '../../ui/notices/slow.tsx'
import './lead-problem.css'
import type { Lead } from './use-lead.ts'

/** What went wrong with a command, or that it takes long; and the way to ask for it once more. */
export function LeadProblem({ lead }: { readonly lead: Lead }): ReactElement | null {
  const isSlow = useIsSlow(lead.busy !== undefined)
  if (!isSlow && lead.problem === undefined) return null
  return (
    <div className="stip-lead-problem">
      {isSlow || lead.problem === undefined ? (
        <Notice>{nl.slow}</Notice>
      ) : (
        <Notice kind="error">
          {lead.retry === undefined ? lead.problem.message : nlConsole.noAnswer}
          {lead.retry !== undefined && (
            <span className="stip-row">
              <Button size="small" onClick={lead.retry}>
                {nl.boards.retry}
              </Button>
              <Button size="small" kind="subtle" onClick={lead.forgetProblem}>
                {nl.problems.leaveIt}
              </Button>
            </span>
          )}
        </Notice>
      )}
    </div>
  )
}

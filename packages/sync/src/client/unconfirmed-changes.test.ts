import { describe, expect, it } from 'vitest'
import { UnconfirmedChanges } from './unconfirmed-changes.ts'

describe('[K1] what the server has confirmed', () => {
  it('is nothing before the first frame is saved', () => {
    const changes = someChanges()
    changes.made()
    changes.sent(false)
    expect(changes.unsavedCount).toBe(1)
    changes.saved(2)
    expect(changes.unsavedCount).toBe(0)
  })

  it('[K10] goes on counting what an earlier page left, until the answer is saved', () => {
    const changes = new UnconfirmedChanges()
    changes.recall(14)
    changes.made()
    expect(changes.unsavedCount).toBe(15)
    changes.newConnection()
    changes.sent(true)
    changes.recall(3)
    expect(changes.unsavedCount).toBe(15)
    changes.saved(1)
    expect(changes.unsavedCount).toBe(0)
  })

  it('covers offline work once the answer is saved, not by updates sent before it', () => {
    const changes = new UnconfirmedChanges()
    changes.made()
    changes.made()
    changes.newConnection()
    changes.made()
    changes.sent(false)
    changes.sent(true)
    changes.saved(1)
    expect([changes.unsavedCount, changes.isAnswerSaved]).toEqual([3, false])
    changes.saved(2)
    expect([changes.unsavedCount, changes.isAnswerSaved]).toEqual([0, true])
  })

  it('starts counting afresh with each connection, and forgets no change', () => {
    const changes = someChanges()
    changes.made()
    changes.sent(false)
    changes.newConnection()
    expect(changes.unsavedCount).toBe(1)
    changes.sent(true)
    expect(changes.unsavedCount).toBe(1)
    changes.saved(1)
    expect(changes.unsavedCount).toBe(0)
  })

  it('believes no number higher than what was sent', () => {
    const changes = someChanges()
    changes.saved(99)
    changes.made()
    changes.sent(false)
    expect(changes.unsavedCount).toBe(1)
  })
})

/** A connection that has answered what the server missed; its answer is confirmed. */
function someChanges(): UnconfirmedChanges {
  const changes = new UnconfirmedChanges()
  changes.newConnection()
  changes.sent(true)
  changes.saved(1)
  return changes
}

import { describe, expect, it } from 'vitest'
import { Ledger } from './ledger.ts'

describe('[K1] what the server has confirmed', () => {
  it('is nothing before the first frame is saved', () => {
    const ledger = aLedger()
    ledger.made()
    ledger.sent(false)
    expect(ledger.unsavedCount).toBe(1)
    ledger.saved(2)
    expect(ledger.unsavedCount).toBe(0)
  })

  it('[K10] goes on counting what an earlier page left, until the answer is saved', () => {
    const ledger = new Ledger()
    ledger.recall(14)
    ledger.made()
    expect(ledger.unsavedCount).toBe(15)
    ledger.newConnection()
    ledger.sent(true)
    ledger.recall(3)
    expect(ledger.unsavedCount).toBe(15)
    ledger.saved(1)
    expect(ledger.unsavedCount).toBe(0)
  })

  it('covers offline work once the answer is saved, not by updates sent before it', () => {
    const ledger = new Ledger()
    ledger.made()
    ledger.made()
    ledger.newConnection()
    ledger.made()
    ledger.sent(false)
    ledger.sent(true)
    ledger.saved(1)
    expect([ledger.unsavedCount, ledger.isAnswerSaved]).toEqual([3, false])
    ledger.saved(2)
    expect([ledger.unsavedCount, ledger.isAnswerSaved]).toEqual([0, true])
  })

  it('starts counting afresh with each connection, and forgets no change', () => {
    const ledger = aLedger()
    ledger.made()
    ledger.sent(false)
    ledger.newConnection()
    expect(ledger.unsavedCount).toBe(1)
    ledger.sent(true)
    expect(ledger.unsavedCount).toBe(1)
    ledger.saved(1)
    expect(ledger.unsavedCount).toBe(0)
  })

  it('believes no number higher than what was sent', () => {
    const ledger = aLedger()
    ledger.saved(99)
    ledger.made()
    ledger.sent(false)
    expect(ledger.unsavedCount).toBe(1)
  })
})

/** A connection that has answered what the server missed; its answer is confirmed. */
function aLedger(): Ledger {
  const ledger = new Ledger()
  ledger.newConnection()
  ledger.sent(true)
  ledger.saved(1)
  return ledger
}

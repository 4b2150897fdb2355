import { describe, expect, it } from 'vitest'
import { heedNetwork } from './network-events.ts'

describe('[K7] the browser knows first that the network went', () => {
  it('lets the line go at once, and goes on trying', () => {
    const { line, network, calls } = aLine()
    network.dispatchEvent(new Event('offline'))
    expect(calls).toEqual(['disconnect'])
    expect(line.shouldConnect).toBe(true)
  })

  it('comes back at once when the network does', () => {
    const { network, calls } = aLine()
    network.dispatchEvent(new Event('online'))
    expect(calls).toEqual(['connect'])
  })

  it('leaves a line alone that the server closed for good, or that was not opened yet', () => {
    const { line, network, calls } = aLine({ shouldConnect: false })
    network.dispatchEvent(new Event('offline'))
    network.dispatchEvent(new Event('online'))
    expect(calls).toEqual([])
    expect(line.shouldConnect).toBe(false)
  })

  it('stops listening when it is told to', () => {
    const { network, calls, stop } = aLine()
    stop()
    network.dispatchEvent(new Event('offline'))
    expect(calls).toEqual([])
  })

  it('does nothing where nobody tells about the network', () => {
    expect(() => heedNetwork(aLine().line, {})()).not.toThrow()
  })
})

function aLine({ shouldConnect = true } = {}) {
  const calls: string[] = []
  const line = {
    shouldConnect,
    connect: () => void calls.push('connect'),
    disconnect: () => {
      line.shouldConnect = false
      calls.push('disconnect')
    },
  }
  const network = new EventTarget()
  return { line, network, calls, stop: heedNetwork(line, network) }
}

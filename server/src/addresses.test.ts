import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { addressesForPhones, publicBases } from './addresses.ts'

describe('the address for phones', () => {
  it.each([
    ['a laptop with a VPN', { tun0: ['10.8.0.2'], wlan0: ['192.168.1.20'] }, ['192.168.1.20']],
    ['WireGuard', { wg0: ['10.0.0.2'], enp3s0: ['10.1.2.3'] }, ['10.1.2.3']],
    ['Tailscale', { tailscale0: ['100.101.1.2'], eth0: ['172.16.0.9'] }, ['172.16.0.9']],
    ['Tailscale by another name', { utun4: ['100.64.0.3'], en0: ['192.168.0.5'] }, ['192.168.0.5']],
    ['a VPN that looks like a card', { en7: ['100.70.0.3'], en0: ['10.0.0.5'] }, ['10.0.0.5']],
    [
      'Docker',
      { docker0: ['172.17.0.1'], 'br-3f': ['172.18.0.1'], eth0: ['10.0.0.4'] },
      ['10.0.0.4'],
    ],
    ['Hyper-V', { 'vEthernet (WSL)': ['172.28.1.1'], 'Wi-Fi': ['192.168.2.7'] }, ['192.168.2.7']],
    [
      'VirtualBox',
      { 'VirtualBox Host-Only': ['192.168.56.1'], Ethernet: ['10.2.0.8'] },
      ['10.2.0.8'],
    ],
    ['a card without an address', { eth0: ['169.254.3.4'], wlan0: ['10.0.0.6'] }, ['10.0.0.6']],
    ['two networks', { eth0: ['10.0.0.6'], wlan0: ['192.168.1.3'] }, ['192.168.1.3', '10.0.0.6']],
    ['an address of the internet', { eth0: ['203.0.113.9'] }, ['203.0.113.9']],
    ['both kinds', { eth0: ['fe80::1', '2001:db8::5', '10.0.0.6'] }, ['10.0.0.6']],
    ['only IPv6', { eth0: ['fe80::1', '2001:db8::5'] }, ['[2001:db8::5]']],
    ['only a VPN', { tun0: ['10.8.0.2'], lo: ['127.0.0.1'] }, ['10.8.0.2']],
    ['nothing', { lo: ['127.0.0.1', '::1'] }, []],
  ])('[J12] is right with %s', (_what, interfaces, expected) => {
    expect(addressesForPhones(asInterfaces(interfaces))).toEqual(expected)
  })

  it('[J12] is what the operator set, before all others', () => {
    const interfaces = asInterfaces({ eth0: ['10.0.0.6'] })
    const set = new URL('https://stip.example.nl/')
    expect(publicBases(set, 3000, interfaces)).toEqual(['https://stip.example.nl'])
    expect(publicBases(undefined, 3000, interfaces)).toEqual(['http://10.0.0.6:3000'])
    expect(publicBases(undefined, 80, interfaces)).toEqual(['http://10.0.0.6'])
    expect(publicBases(undefined, 3000, {})[0]).toMatch(/^http:\/\/[^/]+:3000$/)
  })
})

function asInterfaces(
  addresses: Readonly<Record<string, readonly string[]>>,
): Record<string, NetworkInterfaceInfo[]> {
  return Object.fromEntries(
    Object.entries(addresses).map(([name, all]) => [
      name,
      all.map(
        (address) =>
          ({
            address,
            family: address.includes(':') ? 'IPv6' : 'IPv4',
            internal: name === 'lo',
          }) as NetworkInterfaceInfo,
      ),
    ]),
  )
}

import { hostname, networkInterfaces } from 'node:os'
import type { NetworkInterfaceInfo } from 'node:os'

/**
 * Names of networks that no phone in the room is on: inside this computer (containers, virtual
 * machines), to somewhere else (VPN), or between devices of one maker.
 */
const notInTheRoom = new RegExp(
  [
    String.raw`^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|cali|kube|lxc|lxd|podman|incus)`,
    String.raw`^(tun|tap|utun|wg|ppp|ipsec|zt|nordlynx|tailscale|feth|gpd)`,
    String.raw`^(awdl|llw|anpi|bridge|ap\d)`,
    'vpn|tailscale|zerotier|wireguard|wintun|virtual|vethernet|vmware|hyper-v|wsl|bluetooth|loopback',
  ].join('|'),
  'i',
)

/** Ranges of addresses of VPNs (100.64.0.0/10), tests (198.18.0.0/15) and of who got none (169.254). */
const notForPhones = /^(?:100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|198\.1[89]|169\.254)\./

type Interfaces = Readonly<Partial<Record<string, readonly NetworkInterfaceInfo[]>>>

/** Where browsers reach this server, without a slash at the end; never a name that only works here. */
export function publicBase(publicUrl: URL | undefined, port: number): string {
  return publicBases(publicUrl, port)[0] ?? ''
}

/** The same, and the other addresses under which it may be reached; the likeliest first. */
export function publicBases(
  publicUrl: URL | undefined,
  port: number,
  interfaces: Interfaces = networkInterfaces(),
): readonly string[] {
  if (publicUrl !== undefined) return [publicUrl.origin]
  const found = addressesForPhones(interfaces)
  const addresses = found.length === 0 ? [hostname()] : found
  return addresses.map((address) =>
    port === 80 ? `http://${address}` : `http://${address}:${port}`,
  )
}

/**
 * The addresses under which other devices on the local network reach this computer. Those of a
 * VPN or inside the computer only when there is nothing else.
 */
export function addressesForPhones(interfaces: Interfaces): readonly string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ internal, address }) => !internal && !/^fe80:/i.test(address))
      .map(({ address, family }) => ({
        address: family === 'IPv6' ? `[${address}]` : address,
        rank: rankOf(name, address, family),
      })),
  )
  const ranked = found.toSorted((one, two) => one.rank - two.rank)
  const inTheRoom = ranked.filter(({ rank }) => rank < LAST_RESORT)
  const offered = inTheRoom.length > 0 ? inTheRoom : ranked.slice(0, 1)
  return offered.map(({ address }) => address)
}

const LAST_RESORT = 5

/** A network at home or in a town hall first; IPv6 only when there is no IPv4. */
function rankOf(name: string, address: string, family: string): number {
  const order = ['192.168.', '10.', '172.']
  if (notInTheRoom.test(name) || notForPhones.test(address)) {
    return LAST_RESORT + (address.startsWith('169.254.') ? 2 : 1)
  }
  if (family === 'IPv6') return LAST_RESORT
  const place = order.findIndex((start) => address.startsWith(start))
  return place === -1 ? order.length : place
}

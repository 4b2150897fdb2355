import { hostname, networkInterfaces } from 'node:os'

/** Names of networks inside this computer (containers, virtual machines): nobody's phone is there. */
const insideNames = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|tun|tap|utun)/

/** Where browsers reach this server, without a slash at the end; never a name that only works here. */
export function publicBase(publicUrl: URL | undefined, port: number): string {
  if (publicUrl !== undefined) return publicUrl.href.replace(/\/$/, '')
  const address = localNetworkAddress() ?? hostname()
  return port === 80 ? `http://${address}` : `http://${address}:${port}`
}

/** The address under which other devices on the local network reach this computer, if it has one. */
function localNetworkAddress(): string | undefined {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, isInside: insideNames.test(name) })),
  )
  return (found.find(({ isInside }) => !isInside) ?? found[0])?.address
}

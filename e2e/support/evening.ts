import { Device } from './device.ts'

/** The parts of a session's view that these journeys look at. */
export interface View {
  readonly sessionRevision: number
  readonly joinCode: string
  readonly position: number
  readonly steps: readonly {
    readonly id: string
    readonly title: string
    readonly kind: string
    readonly setting: string
    readonly hasBoard: boolean
  }[]
  readonly groups: readonly {
    readonly id: string
    readonly letter: string
    readonly name: string
    readonly boardId: string
  }[]
  readonly boards: readonly { readonly id: string; readonly kind: string }[]
  readonly people: readonly { readonly id: string; readonly groupId?: string }[]
}

/** Somebody who takes part from a program. */
export interface Seat {
  readonly device: Device
  readonly personId: string
}

/** A session led through the HTTP API, for journeys that are about something else. */
export class Evening {
  readonly facilitator: Device
  readonly sessionId: string
  #keys = 0

  private constructor(facilitator: Device, sessionId: string) {
    this.facilitator = facilitator
    this.sessionId = sessionId
  }

  static async start(
    url: string,
    { title = 'Visie Sterrenveld', groupCount = 3, format = 'proefrondje' } = {},
  ) {
    const facilitator = new Device(url)
    const { sessionId } = await facilitator.post<{ sessionId: string }>('/api/sessions', {
      format,
      title,
      groupCount,
    })
    return new Evening(facilitator, sessionId)
  }

  view(): Promise<View> {
    return this.facilitator.get(`/api/sessions/${this.sessionId}?as=facilitator`)
  }

  async command(command: { readonly type: string; readonly [key: string]: unknown }) {
    const { sessionRevision } = await this.view()
    await this.facilitator.post(`/api/sessions/${this.sessionId}/commands?as=facilitator`, {
      key: `e2e-key-${this.#keys++}`,
      seenRevision: sessionRevision,
      command,
    })
  }

  /** Somebody new comes in, on a device of their own. */
  async join(name: string): Promise<Seat> {
    const device = new Device(this.facilitator.url)
    const { joinCode: code } = await this.view()
    const body = { code, name, background: 'resident' }
    const { personId } = await device.post<{ personId: string }>('/api/join', body)
    return { device, personId }
  }

  /** Mixes the groups and goes to the first step in which they draw. */
  async drawInGroups(): Promise<void> {
    await this.makeGroups()
    await this.goToDrawing()
  }

  async makeGroups(): Promise<void> {
    await this.command({ type: 'mix-groups' })
  }

  /** Goes to the first step in which groups draw. */
  async goToDrawing(): Promise<void> {
    const { steps } = await this.view()
    const position = steps.findIndex((step) => step.setting === 'group' && step.hasBoard)
    await this.command({ type: 'go-to-step', position })
  }

  /** Goes to a step of the draaiboek, by its id; gives its title. */
  async goToStep(id: string): Promise<string> {
    const { steps } = await this.view()
    const position = steps.findIndex((step) => step.id === id)
    await this.command({ type: 'go-to-step', position })
    return steps[position]?.title ?? ''
  }

  /** The board of the group in which somebody sits. */
  async boardOf({ personId }: Seat): Promise<string> {
    const { groups, people } = await this.view()
    const groupId = people.find(({ id }) => id === personId)?.groupId
    const board = groups.find(({ id }) => id === groupId)?.boardId
    if (board === undefined) throw new Error('This person is in no group.')
    return board
  }

  /** The board of a group, by its letter. */
  async boardOfGroup(letter: string): Promise<string> {
    const group = (await this.view()).groups.find((each) => each.letter === letter)
    if (group === undefined) throw new Error(`There is no group ${letter}.`)
    return group.boardId
  }

  /** The plenary board or the vision board. */
  async board(kind: 'plenary' | 'vision'): Promise<string> {
    const board = (await this.view()).boards.find((each) => each.kind === kind)
    if (board === undefined) throw new Error(`There is no ${kind} board.`)
    return board.id
  }

  /** The secret link of a role, as the console shows it. */
  async link(role: 'observer' | 'wall' | 'facilitator' | 'participant'): Promise<string> {
    const links = await this.facilitator.get<Record<string, string>>(
      `/api/sessions/${this.sessionId}/links?as=facilitator`,
    )
    const link = links[role]
    if (link === undefined) throw new Error(`There is no link for ${role}.`)
    return link
  }

  /** What is on a board, as the server exports it. */
  async contentOf(boardId: string): Promise<BoardContent> {
    return this.facilitator.get(`/api/boards/${boardId}/export.json?as=facilitator`)
  }
}

/** A board as exported to JSON. */
export interface BoardContent {
  readonly records: readonly {
    readonly id: string
    readonly type: string
    readonly text: string
    readonly meta: { readonly zone?: string | null }
    readonly sources: readonly unknown[]
  }[]
}

/** The words on the notes of a board, in alphabetical order. */
export function noteTexts({ records }: BoardContent): readonly string[] {
  return records
    .filter(({ type }) => type === 'note')
    .map(({ text }) => text)
    .toSorted()
}

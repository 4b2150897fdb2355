/** That there is a session: what it is called, and from when to when. Milliseconds since 1970. */
export interface CourseState {
  readonly title: string
  readonly createdAt: number
  /** Undefined while the session runs. */
  readonly endedAt: number | undefined
}

export interface WithCourse {
  readonly course: CourseState
}

export type SessionEnded = { readonly type: 'session-ended'; readonly at: number }

export type CourseEvent =
  | { readonly type: 'session-renamed'; readonly title: string }
  | SessionEnded
  | { readonly type: 'session-reopened' }

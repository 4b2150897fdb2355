import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import type { CourseSheetProps } from './course-sheet.tsx'

/** The course of a session, fetched when it is asked for. */
export const CourseSheetLater = later<CourseSheetProps>({
  load: async () => (await part(() => import('./course-sheet.tsx'))).CourseSheet,
  before: () => null,
})

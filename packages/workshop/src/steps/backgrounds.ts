import { z } from 'zod'

/** What people can choose as their role (background). */
export const Backgrounds = z.enum([
  'council-member',
  'council-clerk',
  'executive-member',
  'director',
  'manager',
  'civil-servant',
  'resident',
  'entrepreneur',
  'other',
])

import { z } from 'zod'

/** `rules/agencies.yml`: news and picture agencies with their other spellings. */
export const agencyFileSchema = z.array(
  z.strictObject({ name: z.string().min(1), also: z.array(z.string().min(1)).default([]) }),
)

export type AgencyEntry = z.infer<typeof agencyFileSchema>[number]

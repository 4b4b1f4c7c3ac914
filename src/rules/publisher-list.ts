import { z } from 'zod'

/** `rules/publishers.yml`: host name without `www.` to the name that the publisher gives itself. */
export const publisherFileSchema = z.record(
  z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'expected a host name in lower case'),
  z.string().min(1),
)

export type PublisherList = z.infer<typeof publisherFileSchema>
